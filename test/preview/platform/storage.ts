/** Nothing is stored in the preview: every value is as at first. */
export const read = async <T>({ initial }: { readonly initial: T }): Promise<T> => initial;
