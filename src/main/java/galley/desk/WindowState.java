package galley.desk;

/** Where the window stood, in screen pixels. */
public record WindowState(double x, double y, double width, double height, boolean maximized) {}
