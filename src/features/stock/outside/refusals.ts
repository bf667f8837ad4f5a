/** Why a change is not withdrawn. */
export const withdrawSentences = {
  gone: () => 'That change is no longer there.',
  withdrawn: () => 'It was withdrawn already: nobody is to enter it.',
  agreed: () => 'There is nothing to withdraw: the numbers from outside show it already.',
} as const;
