/** The matter of the task to enter a change. */
export const matterOf = (changeId: string): string => `stock.outside ${changeId}`;
