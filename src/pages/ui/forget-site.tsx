import { Button } from "./button.tsx";
import { Confirm, useQuestion } from "./confirm.tsx";
import { text } from "./text.tsx";

interface Props {
  /** Names the button, the question and the first part of its buttons' names. */
  readonly action: string;
  readonly host: string;
  readonly onForget: () => void;
}

/** The way to have all that is over of a site forgotten, once the user has read what that is. */
export function ForgetSite({ action, host, onForget }: Props) {
  const question = useQuestion();
  if (!question.asks) {
    return (
      <Button action={action} look="quiet" element={question.asker} onClick={question.ask}>
        {text("history_forget_site", host)}
      </Button>
    );
  }
  return (
    <Confirm
      of={action}
      loses={text("history_forget_site_loses", host)}
      does={text("history_forget_site", host)}
      onDo={() => {
        question.answered();
        onForget();
      }}
      onLeave={question.answered}
    />
  );
}
