module acme.app {
  requires dev.loadstone;

  exports acme.api;
}
