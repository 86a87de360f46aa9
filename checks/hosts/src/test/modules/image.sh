# Links a host and the library into a runtime image. RuntimeImageIT runs it; docs/embedding.md shows it.
javac -d mods/acme.app --module-path lib $(find src -name '*.java')
jlink --module-path lib:mods --add-modules acme.app,jdk.compiler --output image
image/bin/java -m acme.app/acme.host.HostProgram work
