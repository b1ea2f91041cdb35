package galley.cli;

import galley.asset.Messages;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "What people say about a post, and the packets that travel between them.",
      "ID is an annotation's id, as review list shows it; its first letters are enough."
    })
final class ReviewCommand extends CommandGroup {
  private ReviewCommand() {
    super(Messages.text("cli.review-what"));
  }

  /** Its commands, as far as the words typed after its name can mean them. */
  static CommandLine line(Galley galley, List<String> typed) {
    return new Subcommands()
        .with("add", _ -> new ReviewAddCommand(galley))
        .with("reply", _ -> new ReviewReplyCommand(galley))
        .with("answer", _ -> new ReviewAnswerCommand(galley))
        .with("resolve", _ -> new ReviewJudgeCommand(galley, Verdict.RESOLVE))
        .with("reopen", _ -> new ReviewJudgeCommand(galley, Verdict.REOPEN))
        .with("accept", _ -> new ReviewJudgeCommand(galley, Verdict.ACCEPT))
        .with("reject", _ -> new ReviewJudgeCommand(galley, Verdict.REJECT))
        .with("verify", _ -> new ReviewJudgeCommand(galley, Verdict.VERIFY))
        .with("unverifiable", _ -> new ReviewJudgeCommand(galley, Verdict.UNVERIFIABLE))
        .with("cut", _ -> new ReviewJudgeCommand(galley, Verdict.CUT))
        .with("withdraw", _ -> new ReviewJudgeCommand(galley, Verdict.WITHDRAW))
        .with("list", _ -> new ReviewListCommand(galley))
        .with("pack", _ -> new ReviewPackCommand(galley))
        .with("open", _ -> new ReviewOpenCommand(galley))
        .with("merge", _ -> new ReviewMergeCommand(galley))
        .with("export", _ -> new ReviewExportCommand(galley))
        .with("import", _ -> new ReviewImportCommand(galley))
        .with("sign-off", _ -> new ReviewSignOffCommand(galley))
        .with("identity", _ -> new ReviewIdentityCommand(galley))
        .below(new ReviewCommand(), typed);
  }
}
