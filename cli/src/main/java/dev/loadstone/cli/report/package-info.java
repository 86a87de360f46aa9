/**
 * What the command says, and the number that it ends with: answers and diagnostics as text or JSON,
 * and the failures that are told. A {@link dev.loadstone.cli.report.Reporter} tells what the user
 * has to know; {@link dev.loadstone.cli.report.Reporting} makes one for each form. All text leaves
 * through an {@link dev.loadstone.cli.report.Output}.
 *
 * <p>May depend on the domain's values, and on none of the command's other packages.
 */
@NullMarked
package dev.loadstone.cli.report;

import org.jspecify.annotations.NullMarked;
