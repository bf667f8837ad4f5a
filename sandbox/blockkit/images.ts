import { type Check, is, isObject, object, refuse, string, webAddress } from './check.ts';

const fileReference = object({}, { id: string(255), url: webAddress(3_000) });

export const imageSource = { image_url: webAddress(3_000), slack_file: fileReference };
export const oneImageSource: NonNullable<Parameters<typeof object>[2]> = (value, pointer, issues) => {
  if ((value.image_url === undefined) === (value.slack_file === undefined)) {
    refuse(issues, pointer, 'must have either image_url or slack_file');
  }
  const file = value.slack_file;
  if (isObject(file) && (file.id === undefined) === (file.url === undefined)) {
    refuse(issues, `${pointer}/slack_file`, 'must have either id or url');
  }
};

export const imageElement: Check = object(
  { type: is('image'), alt_text: string(2_000) },
  imageSource,
  oneImageSource,
);
