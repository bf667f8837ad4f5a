// The shortcodes an operations bot is likely to use; others are shown as typed.
const TABLE = `
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|no_entry ⛔|no_entry_sign 🚫
warning ⚠️|rotating_light 🚨|exclamation ❗|grey_exclamation ❕|question ❓|bangbang ‼️|information_source ℹ️|bell 🔔|no_bell 🔕
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪|black_circle ⚫
large_red_square 🟥|large_orange_square 🟧|large_yellow_square 🟨|large_green_square 🟩|large_blue_square 🟦|white_large_square ⬜|black_large_square ⬛
package 📦|truck 🚚|articulated_lorry 🚛|airplane ✈️|ship 🚢|department_store 🏬|factory 🏭|convenience_store 🏪|house 🏠|round_pushpin 📍|pushpin 📌|world_map 🗺️
shopping_trolley 🛒|shopping_bags 🛍️|receipt 🧾|label 🏷️|credit_card 💳|moneybag 💰|euro 💶|dollar 💵|pound 💷|money_with_wings 💸|scales ⚖️
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|clipboard 📋|memo 📝|page_facing_up 📄|card_index_dividers 🗂️|file_folder 📁|calendar 📆|date 📅|spiral_calendar_pad 🗓️
hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|alarm_clock ⏰|timer_clock ⏲️|clock1 🕐|clock3 🕒|clock9 🕘|watch ⌚
mag 🔍|mag_right 🔎|link 🔗|lock 🔒|unlock 🔓|key 🔑|wrench 🔧|hammer 🔨|gear ⚙️|toolbox 🧰|electric_plug 🔌|battery 🔋|bulb 💡|fire 🔥|zap ⚡|boom 💥|snowflake ❄️|umbrella ☔|sunny ☀️
arrow_up ⬆️|arrow_down ⬇️|arrow_right ➡️|arrow_left ⬅️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrows_counterclockwise 🔄|repeat 🔁|leftwards_arrow_with_hook ↩️|small_red_triangle 🔺|small_red_triangle_down 🔻|heavy_plus_sign ➕|heavy_minus_sign ➖
wave 👋|thumbsup 👍|+1 👍|thumbsdown 👎|-1 👎|ok_hand 👌|raised_hands 🙌|clap 👏|pray 🙏|muscle 💪|point_right 👉|point_down 👇|eyes 👀|hand ✋|raising_hand 🙋|busts_in_silhouette 👥|bust_in_silhouette 👤
smile 😄|slightly_smiling_face 🙂|thinking_face 🤔|sweat_smile 😅|tada 🎉|sparkles ✨|star ⭐|trophy 🏆|rocket 🚀|robot_face 🤖|heart ❤️|100 💯|coffee ☕|sleeping 😴|speech_balloon 💬|mega 📣|loudspeaker 📢|inbox_tray 📥|outbox_tray 📤|email ✉️|telephone_receiver 📞|phone ☎️|hash #️⃣|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|ok 🆗|new 🆕|sos 🆘|free 🆓|recycle ♻️|construction 🚧|octagonal_sign 🛑|checkered_flag 🏁|triangular_flag_on_post 🚩|dart 🎯|seedling 🌱|herb 🌿
`;

const SHAPE = /^(?:large_)?(red|orange|yellow|green|blue|purple|white|black)(?:_large)?_(circle|square)$/;

const EMOJI = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((entry) => entry.split(' ') as [string, string]),
);

export function emojiOf(name: string): string | undefined {
  return EMOJI.get(name);
}

/** Circles and squares carry meaning in a status line, so they are drawn the same on every machine. */
export function shapeOf(name: string): { colour: string; shape: string } | undefined {
  const [, colour, shape] = SHAPE.exec(name) ?? [];
  return colour && shape ? { colour, shape } : undefined;
}
