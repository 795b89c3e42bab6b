import { lazily } from "../../lazily.ts";
import { between, type Found } from "./found.ts";

/** Further apart two words hardly belong together. */
const JOINED_WITHIN = 80;
/** Another clause begins. */
const another = lazily(
  () =>
    /[,;:](?= ?(?:\p{L}|$))|[、，；：]|(?<!\p{L})(?:because|as(?= (?:(?:the|our) servers?|it|we|there|too many)(?!\p{L}))|so that|while|until|but|although|though|if|when|whereas|weil|denn|aber|während|parce que|puisque|car|mais|porque|ya que|já que|pero|perché|poiché|omdat|(?<!(?:you|we|they|may|might|to) )want|dus|maar|fordi|eftersom|ponieważ|ale|protože|потому|поскольку|оскільки|бо|но|karena|çünkü|nhưng)(?!\p{L})/u,
);

/** Whether two finds of a sentence in lower case stand near each other in one clause. */
export const areJoined = (one: Found, other: Found, text: string): boolean => {
  const gap = between(one, other, text);
  return gap === null || (gap.length <= JOINED_WITHIN && !another().test(gap));
};
