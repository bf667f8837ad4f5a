import type { SlackFile } from './files.ts';
import type { Slack } from './slack.ts';
import type { Channel, Json } from './types.ts';

/** A file as shown by `files.info`, messages and events. Until Slack has processed it, it has no type. */
export function fileJson(slack: Slack, file: SlackFile): Json {
  const ready = slack.files.isReady(file);
  const places = (kind: Channel['kind']) =>
    [...file.channels].filter((id) => slack.channels.get(id)?.kind === kind);
  const picture = file.mimetype.startsWith('image/');
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: ready ? file.mimetype : '',
    filetype: ready ? file.filetype : '',
    pretty_type: ready ? file.filetype.toUpperCase() : '',
    user: file.user,
    user_team: slack.workspace.team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: places('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    ...(file.alt_txt ? { alt_txt: file.alt_txt } : {}),
    ...addresses(slack, file),
    ...(ready && picture ? { thumb_360: addresses(slack, file).url_private } : {}),
    channels: places('public'),
    groups: places('private'),
    ims: [...places('im'), ...places('mpim')],
    has_rich_preview: false,
    file_access: 'visible',
  };
}

export function addresses(slack: Slack, file: SlackFile) {
  const key = `${slack.workspace.team.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    url_private: `${slack.origin}/files-pri/${key}/${name}`,
    url_private_download: `${slack.origin}/files-pri/${key}/download/${name}`,
    permalink: `${slack.origin}/files/${file.user}/${file.id}/${name}`,
  };
}

/** Files the bot uploaded, received with a form, or that were shared in one of its channels. */
export function appSees(slack: Slack, file: SlackFile): boolean {
  const bot = slack.app.bot_user_id;
  const given = file.user === bot || file.handedIn;
  return given || [...file.channels].some((id) => slack.channels.get(id)?.members.has(bot));
}
