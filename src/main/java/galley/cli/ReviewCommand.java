package galley.cli;

import galley.asset.Messages;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "What people say about a post, and the packets that travel between them.",
      "ID is an annotation's id, as review list shows it; its first letters are enough."
    })
final class ReviewCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** All of its commands. */
  static CommandLine line(Galley galley) {
    return new CommandLine(new ReviewCommand())
        .addSubcommand(new ReviewAddCommand(galley))
        .addSubcommand(new ReviewReplyCommand(galley))
        .addSubcommand(new ReviewAnswerCommand(galley))
        .addSubcommand("resolve", new ReviewJudgeCommand(galley, Verdict.RESOLVE))
        .addSubcommand("reopen", new ReviewJudgeCommand(galley, Verdict.REOPEN))
        .addSubcommand("accept", new ReviewJudgeCommand(galley, Verdict.ACCEPT))
        .addSubcommand("reject", new ReviewJudgeCommand(galley, Verdict.REJECT))
        .addSubcommand("verify", new ReviewJudgeCommand(galley, Verdict.VERIFY))
        .addSubcommand("unverifiable", new ReviewJudgeCommand(galley, Verdict.UNVERIFIABLE))
        .addSubcommand("cut", new ReviewJudgeCommand(galley, Verdict.CUT))
        .addSubcommand("withdraw", new ReviewJudgeCommand(galley, Verdict.WITHDRAW))
        .addSubcommand(new ReviewListCommand(galley))
        .addSubcommand(new ReviewPackCommand(galley))
        .addSubcommand(new ReviewOpenCommand(galley))
        .addSubcommand(new ReviewMergeCommand(galley))
        .addSubcommand(new ReviewExportCommand(galley))
        .addSubcommand(new ReviewImportCommand(galley))
        .addSubcommand(new ReviewSignOffCommand(galley))
        .addSubcommand(new ReviewIdentityCommand(galley));
  }

  @Override
  public Integer call() {
    CommandSpec mine = spec;
    if (mine == null) {
      return Commands.WRONG_USE;
    }
    throw new ParameterException(mine.commandLine(), Messages.text("cli.review-what"));
  }
}
