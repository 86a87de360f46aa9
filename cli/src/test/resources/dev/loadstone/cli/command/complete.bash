# Prints, in angle brackets, what bash offers for the last of the words. Arguments: the script to be tested, the words.
source "$1" || exit
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
# Without a line editor there is nothing that it could tell.
compopt() { :; }
_complete_loadstone
[ ${#COMPREPLY[@]} -eq 0 ] || printf '<%s>' "${COMPREPLY[@]}"
