import type { Issue } from '../blockkit/index.ts';
import { appSees } from '../state/file-json.ts';
import { pictures } from '../state/pictures.ts';
import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';

/** Pictures, videos and uploads that this app may not use, which the validator cannot see from the blocks. */
export function unusableMedia(slack: Slack, blocks: unknown): Issue[] {
  return [
    ...unusablePictures(slack, blocks),
    ...unusableVideos(slack, blocks),
    ...unusableUploads(slack, blocks),
  ];
}

/** `slack_file`s that Slack cannot show: hidden from the bot, still being processed, or not a picture. */
function unusablePictures(slack: Slack, blocks: unknown): Issue[] {
  return pictures(slack, blocks, '/blocks').flatMap(({ pointer: at, file }) => {
    const usable =
      file && appSees(slack, file) && slack.files.isReady(file) && file.mimetype.startsWith('image/');
    return usable ? [] : [{ pointer: at, code: 'invalid_blocks', message: 'invalid slack file' }];
  });
}

/** Videos need their own scope and one of the manifest's unfurl domains. */
function unusableVideos(slack: Slack, blocks: unknown): Issue[] {
  return (Array.isArray(blocks) ? (blocks as Json[]) : []).flatMap((block, i) => {
    const url = String(block.video_url);
    if (block.type !== 'video' || !URL.canParse(url)) return [];
    const { hostname } = new URL(url);
    const domain = slack.manifest.features.unfurl_domains.some(
      (d) => hostname === d || hostname.endsWith(`.${d}`),
    );
    if (domain && slack.app.scopes.has('links.embed:write')) return [];
    const message = domain ? 'needs the scope links.embed:write' : 'the domain is not an unfurl domain';
    return [{ pointer: `/blocks/${i}/video_url`, code: 'invalid_blocks', message }];
  });
}

/** An app cannot ask for files without the scope to read them. */
function unusableUploads(slack: Slack, blocks: unknown): Issue[] {
  if (slack.app.scopes.has('files:read')) return [];
  return (Array.isArray(blocks) ? (blocks as Json[]) : []).flatMap((block, i) => {
    const asks = (block.element as Json | undefined)?.type === 'file_input';
    const message = 'file_input needs the scope files:read';
    return asks ? [{ pointer: `/blocks/${i}/element`, code: 'invalid_blocks', message }] : [];
  });
}
