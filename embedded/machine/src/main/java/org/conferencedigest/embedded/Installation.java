package org.conferencedigest.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the built parts are: the folder of the source tree, each module's jar in its {@code
 * target}, what it needs at run time in {@code target/lib}.
 *
 * @param root the folder that holds the modules
 */
record Installation(Path root) {

  private static final String ROOT_PROPERTY = "digest.root";

  /**
   * The tree this class was built in, be it run from the jar or, in a test, from the class folder:
   * both lie in {@code embedded/machine/target}. The system property {@code digest.root} overrules.
   */
  static Installation here() {
    String given = System.getProperty(ROOT_PROPERTY);
    if (given != null) {
      return new Installation(Path.of(given).toAbsolutePath().normalize());
    }
    try {
      Path classes =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = classes.toRealPath().resolveSibling("").toAbsolutePath();
      return new Installation(target.resolve("../../..").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class path of a module: jars only, which is what a class-data archive asks for. */
  String classPath(String module) {
    Path target = target(module);
    Path jar = target.resolve(artifact(module) + ".jar");
    if (!Files.exists(jar)) {
      throw new StartException("%s is not built: there is no %s".formatted(module, jar));
    }
    return jar + File.pathSeparator + target.resolve("lib").resolve("*");
  }

  Path target(String module) {
    return root.resolve(module).resolve("target");
  }

  private static String artifact(String module) {
    return module.replace('/', '-');
  }
}
