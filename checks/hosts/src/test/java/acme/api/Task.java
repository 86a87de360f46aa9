package acme.api;

/** What the hosts' plugins do. */
public interface Task {

  String work();
}
