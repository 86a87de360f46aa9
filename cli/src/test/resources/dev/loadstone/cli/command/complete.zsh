# Types each line and the tabulator key into a zsh with a terminal, and prints the words that came of it.
# Arguments: the script to be tested, the lines.
zmodload zsh/zpty || exit
zpty shell 'TERM=dumb zsh -f -i'
zpty -w shell "PS1= RPS1= PROMPT_EOL_MARK=; unsetopt zle_bracketed_paste; loadstone() { print -r -- '<'\${(j:|:)@}'>' }; source ${(q)1}; print -r -- re''ady"
zpty -r shell answer '*ready*'
for line in ${@:2}; do
  zpty -w -n shell $line$'\t\n'
  zpty -r shell answer '*<*>*'
  print -r -- "${${answer##*<}%%>*}"
done
zpty -d shell
