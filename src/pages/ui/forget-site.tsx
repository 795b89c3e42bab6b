import { translate } from "../../platform/i18n.ts";
import { Button } from "./button.tsx";
import { Confirm, useQuestion } from "./confirm.tsx";
import { forgetWords } from "./forget-words.ts";

interface Props {
  /** Names the button, the question and the first part of its buttons' names. */
  readonly action: string;
  readonly host: string;
  readonly onForget: () => void;
}

/** The way to have all that is over of a site forgotten, once the user has read what that is. */
export function ForgetSite({ action, host, onForget }: Props) {
  const question = useQuestion();
  const { does, loses } = forgetWords(host);
  if (!question.asks) {
    return (
      <Button action={action} look="quiet" element={question.asker} onClick={question.ask}>
        {translate(does)}
      </Button>
    );
  }
  return (
    <Confirm
      of={action}
      loses={translate(loses)}
      does={translate(does)}
      onDo={() => {
        question.answered();
        onForget();
      }}
      onLeave={question.answered}
    />
  );
}
