/** What to do when Slack refuses a call. */
export type Reaction =
  /** Slack wants fewer calls. */
  | 'wait'
  /** It passes by itself. */
  | 'retry'
  /** Nothing of ours is accepted for a while. */
  | 'pause'
  /** Somebody has to allow it, or fix the place. */
  | 'block'
  /** What the call was for is gone, or is so already. */
  | 'drop'
  /** Slack refuses our token: only the operator can help. */
  | 'stop'
  /** We asked for something that cannot be. */
  | 'break';

/**
 * Slack's error codes by the reaction they need: those documented for each method that we call, and some that were seen.
 * The same code means the same in every method.
 */
const codes: Readonly<Record<Reaction, readonly string[]>> = {
  wait: ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
  retry: [
    'service_unavailable',
    'request_timeout',
    'internal_error',
    'fatal_error',
    'update_failed',
    'file_update_failed',
    'fetch_members_failed',
    'list_record_comment_fetch_failed',
    'streaming_state_conflict',
    'external_channel_migrating',
    // "No longer valid": the next try begins at the first page.
    'invalid_cursor',
  ],
  // The workspace moves, or its admins stopped all posts.
  pause: ['org_login_required', 'team_added_to_org', 'ekm_access_denied'],
  block: [
    // The channel.
    'not_in_channel',
    'channel_not_found',
    'invalid_channel',
    'is_archived',
    // An edit in an archived or frozen channel.
    'is_inactive',
    'channel_is_limited_access',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'method_not_supported_for_channel_type',
    'posting_to_channel_denied',
    'team_not_found',
    'cant_archive_general',
    'cant_archive_required',
    'cannot_create_channel',
    'name_taken',
    // The person.
    'user_not_found',
    'user_not_visible',
    'user_disabled',
    'user_not_in_channel',
    'cannot_dm_bot',
    'messages_tab_disabled',
    'not_enabled',
    'app_access_restricted',
    'invalid_user_combination',
    'cant_invite',
    'app_cannot_join_channel',
    'invitee_cant_see_channel',
    'no_external_invite_permission',
    'org_user_not_in_team',
    'ura_max_channels',
    'user_is_restricted',
    // Our rights.
    'missing_scope',
    'no_permission',
    'access_denied',
    'team_access_not_granted',
    // Files.
    'not_visible',
    'template_not_visible',
    'blocked_file_type',
    'file_type_not_allowed',
    'file_upload_size_restricted',
    'file_uploads_disabled',
    'file_uploads_except_images_disabled',
    'file_share_limit_reached',
    'max_file_sharing_exceeded',
    'storage_limit_reached',
    'unable_to_share_files',
    'canvas_disabled_file_team',
    'canvas_disabled_user_team',
    'canvas_globally_disabled',
    'slack_connect_blocked_file_type',
    'slack_connect_canvas_sharing_blocked',
    'slack_connect_clip_sharing_blocked',
    'slack_connect_file_link_sharing_blocked',
    'slack_connect_file_upload_sharing_blocked',
    'slack_connect_lists_sharing_blocked',
  ],
  drop: [
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
    'thread_not_found',
    'cannot_reply_to_message',
    'not_found',
    'hash_conflict',
    'expired_trigger_id',
    'exchanged_trigger_id',
    'file_not_found',
    'file_deleted',
    'file_is_deleted',
    'already_archived',
    'already_in_channel',
  ],
  stop: [
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'not_allowed_token_type',
    'is_bot',
    'accesslimited',
    'enterprise_is_restricted',
    'two_factor_setup_required',
  ],
  break: [
    // The call.
    'unknown_method',
    'method_deprecated',
    'deprecated_endpoint',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'invalid_post_type',
    'missing_post_type',
    'missing_argument',
    'invalid_limit',
    'limit_required',
    'invalid_types',
    'invalid_ts_latest',
    'invalid_ts_oldest',
    'invalid_metadata_filter_keys',
    'not_enough_users',
    'too_many_users',
    'users_list_not_supplied',
    'no_user',
    'cant_invite_self',
    // The message.
    'no_text',
    'msg_too_long',
    'msg_blocks_too_long',
    'invalid_blocks',
    'invalid_blocks_format',
    'block_mismatch',
    'markdown_text_conflict',
    'invalid_attachments',
    'too_many_attachments',
    'attachment_payload_limit_exceeded',
    'too_many_contact_cards',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'metadata_too_large',
    'metadata_must_be_sent_from_app',
    'as_user_not_supported',
    'send_on_behalf_not_allowed',
    'cant_broadcast_message',
    'no_dual_broadcast_content_update',
    'draft_already_deleted',
    'draft_already_sent',
    'draft_has_conflict',
    'draft_not_found',
    'duplicate_channel_not_found',
    'duplicate_message_not_found',
    // The view.
    'view_too_large',
    'duplicate_external_id',
    'invalid_trigger_id',
    'missing_profile_id',
    'not_implemented',
    // The channel's name and topic.
    'invalid_name',
    'invalid_name_maxlength',
    'invalid_name_punctuation',
    'invalid_name_required',
    'invalid_name_specials',
    'no_channel',
    'too_long',
    // The file.
    'missing_file_data',
    'alt_txt_too_large',
    'channels_limit_exceeded',
    'snippet_too_large',
    'unknown_snippet_type',
    'unknown_subtype',
  ],
};

const reactions = new Map(
  Object.entries(codes).flatMap(([reaction, of]) => of.map((code) => [code, reaction as Reaction] as const)),
);

/** Null: a code that we do not know. */
export function knownReaction(code: string): Reaction | null {
  return reactions.get(code) ?? null;
}

/** A code that we do not know is taken for our fault, so that somebody looks at it. */
export function reactionTo(code: string): Reaction {
  return knownReaction(code) ?? 'break';
}

/** Whether the same call may be accepted later, without anybody's help. */
export function passes(code: string): boolean {
  return ['wait', 'retry', 'pause'].includes(reactionTo(code));
}

/** Slack says of these: "Some aspect of the operation succeeded before the error was raised". */
export const halfDone: readonly string[] = ['internal_error', 'fatal_error', 'service_unavailable'];
