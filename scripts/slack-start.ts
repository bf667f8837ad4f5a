// The start hook of `slack run`: the bot with the tokens that the CLI made for it. Other settings come from .env.
const { SLACK_CLI_XOXB: bot, SLACK_CLI_XAPP: app } = process.env;
if (bot) process.env.SLACK_BOT_TOKEN = bot;
if (app) process.env.SLACK_APP_TOKEN = app;
// Imported afterwards, because it reads its configuration at once.
await import('../src/main.ts');
