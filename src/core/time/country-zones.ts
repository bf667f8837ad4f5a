/**
 * Countries with one time zone, or with one for nearly everybody (Spain without the Canaries), by the area of the IANA
 * name. From zone.tab of the time zone database.
 */
const byCountry = {
  Africa: `
    AO Luanda, BF Ouagadougou, BI Bujumbura, BJ Porto-Novo, BW Gaborone, CF Bangui, CG Brazzaville, CI
    Abidjan, CM Douala, DJ Djibouti, DZ Algiers, EG Cairo, EH El_Aaiun, ER Asmara, ET Addis_Ababa, GA
    Libreville, GH Accra, GM Banjul, GN Conakry, GQ Malabo, GW Bissau, KE Nairobi, LR Monrovia, LS
    Maseru, LY Tripoli, MA Casablanca, ML Bamako, MR Nouakchott, MW Blantyre, MZ Maputo, NA Windhoek, NE
    Niamey, NG Lagos, RW Kigali, SD Khartoum, SL Freetown, SN Dakar, SO Mogadishu, SS Juba, ST Sao_Tome,
    SZ Mbabane, TD Ndjamena, TG Lome, TN Tunis, TZ Dar_es_Salaam, UG Kampala, ZA Johannesburg, ZM
    Lusaka, ZW Harare
  `,
  America: `
    AG Antigua, AI Anguilla, AR Argentina/Buenos_Aires, AW Aruba, BB Barbados, BL St_Barthelemy, BO
    La_Paz, BQ Kralendijk, BS Nassau, BZ Belize, CO Bogota, CR Costa_Rica, CU Havana, CW Curacao, DM
    Dominica, DO Santo_Domingo, EC Guayaquil, GD Grenada, GF Cayenne, GL Nuuk, GP Guadeloupe, GT
    Guatemala, GY Guyana, HN Tegucigalpa, HT Port-au-Prince, JM Jamaica, KN St_Kitts, KY Cayman, LC
    St_Lucia, MF Marigot, MQ Martinique, MS Montserrat, NI Managua, PA Panama, PE Lima, PM Miquelon, PR
    Puerto_Rico, PY Asuncion, SR Paramaribo, SV El_Salvador, SX Lower_Princes, TC Grand_Turk, TT
    Port_of_Spain, UY Montevideo, VC St_Vincent, VE Caracas, VG Tortola, VI St_Thomas
  `,
  Arctic: 'SJ Longyearbyen',
  Asia: `
    AE Dubai, AF Kabul, AM Yerevan, AZ Baku, BD Dhaka, BH Bahrain, BN Brunei, BT Thimphu, CN Shanghai,
    CY Nicosia, GE Tbilisi, HK Hong_Kong, IL Jerusalem, IN Kolkata, IQ Baghdad, IR Tehran, JO Amman, JP
    Tokyo, KG Bishkek, KH Phnom_Penh, KP Pyongyang, KR Seoul, KW Kuwait, LA Vientiane, LB Beirut, LK
    Colombo, MM Yangon, MO Macau, MY Kuala_Lumpur, NP Kathmandu, OM Muscat, PH Manila, PK Karachi, PS
    Gaza, QA Qatar, SA Riyadh, SG Singapore, SY Damascus, TH Bangkok, TJ Dushanbe, TL Dili, TM Ashgabat,
    TW Taipei, UZ Tashkent, VN Ho_Chi_Minh, YE Aden
  `,
  Atlantic: 'BM Bermuda, CV Cape_Verde, FK Stanley, FO Faroe, GS South_Georgia, IS Reykjavik, SH St_Helena',
  Europe: `
    AD Andorra, AL Tirane, AT Vienna, AX Mariehamn, BA Sarajevo, BE Brussels, BG Sofia, BY Minsk, CH
    Zurich, CZ Prague, DE Berlin, DK Copenhagen, EE Tallinn, ES Madrid, FI Helsinki, FR Paris, GB
    London, GG Guernsey, GI Gibraltar, GR Athens, HR Zagreb, HU Budapest, IE Dublin, IM Isle_of_Man, IT
    Rome, JE Jersey, LI Vaduz, LT Vilnius, LU Luxembourg, LV Riga, MC Monaco, MD Chisinau, ME Podgorica,
    MK Skopje, MT Malta, NL Amsterdam, NO Oslo, PL Warsaw, PT Lisbon, RO Bucharest, RS Belgrade, SE
    Stockholm, SI Ljubljana, SK Bratislava, SM San_Marino, TR Istanbul, UA Kyiv, VA Vatican
  `,
  Indian: `
    CC Cocos, CX Christmas, IO Chagos, KM Comoro, MG Antananarivo, MU Mauritius, MV Maldives, RE
    Reunion, SC Mahe, TF Kerguelen, YT Mayotte
  `,
  Pacific: `
    AS Pago_Pago, CK Rarotonga, FJ Fiji, GU Guam, MH Majuro, MP Saipan, NC Noumea, NF Norfolk, NR Nauru,
    NU Niue, NZ Auckland, PF Tahiti, PG Port_Moresby, PN Pitcairn, PW Palau, SB Guadalcanal, TK Fakaofo,
    TO Tongatapu, TV Funafuti, VU Efate, WF Wallis, WS Apia
  `,
} as const;

/** Countries whose regions differ, by ISO 3166-2 or the code that shops use: the zone of most people there. */
const byRegion: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    'America/New_York': 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV',
    'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
    'America/Denver': 'CO ID MT NM UT WY',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA NV OR WA',
    'America/Anchorage': 'AK',
    'Pacific/Honolulu': 'HI',
    'America/Puerto_Rico': 'PR VI',
    'Pacific/Guam': 'GU MP',
    'Pacific/Pago_Pago': 'AS',
  },
  CA: {
    'America/St_Johns': 'NL',
    'America/Halifax': 'NB NS PE',
    'America/Toronto': 'ON QC',
    'America/Winnipeg': 'MB',
    'America/Regina': 'SK',
    'America/Edmonton': 'AB NT',
    'America/Vancouver': 'BC',
    'America/Whitehorse': 'YT',
    'America/Iqaluit': 'NU',
  },
  AU: {
    'Australia/Sydney': 'ACT NSW',
    'Australia/Melbourne': 'VIC',
    'Australia/Brisbane': 'QLD',
    'Australia/Hobart': 'TAS',
    'Australia/Adelaide': 'SA',
    'Australia/Darwin': 'NT',
    'Australia/Perth': 'WA',
  },
  BR: {
    'America/Sao_Paulo': 'DF ES GO MG PR RJ RS SC SP',
    'America/Bahia': 'BA',
    'America/Fortaleza': 'CE MA PB PI RN',
    'America/Recife': 'PE',
    'America/Maceio': 'AL SE',
    'America/Belem': 'AP PA',
    'America/Araguaina': 'TO',
    'America/Cuiaba': 'MT',
    'America/Campo_Grande': 'MS',
    'America/Manaus': 'AM',
    'America/Boa_Vista': 'RR',
    'America/Porto_Velho': 'RO',
    'America/Rio_Branco': 'AC',
  },
  MX: {
    'America/Mexico_City':
      'AGS AGU CAM CHIS CHP CL CMX COA COL CDMX DF DUR GRO GTO GUA HGO HID JAL MEX MICH MIC MOR NL NLE OAX PUE QRO QUE SLP TAB TAM TLA TLAX VER YUC ZAC',
    'America/Cancun': 'Q ROO QROO',
    'America/Chihuahua': 'CHI CHIH CHH',
    'America/Mazatlan': 'BCS NAY SIN',
    'America/Hermosillo': 'SON',
    'America/Tijuana': 'BC BCN',
  },
  RU: {
    'Europe/Kaliningrad': 'KGD',
    'Europe/Moscow':
      'AD ARK BEL BRY CE CR DA IN IVA KB KC KDA KL KLU KO KOS KR KRS LEN LIP ME MO MOS MOW MUR NEN NGR NIZ ORL PNZ PSK ROS RYA SE SMO SPE STA TA TAM TUL TVE VLA VLG VOR YAR',
    'Europe/Kirov': 'KIR',
    'Europe/Volgograd': 'VGG',
    'Europe/Astrakhan': 'AST',
    'Europe/Saratov': 'SAR',
    'Europe/Ulyanovsk': 'ULY',
    'Europe/Samara': 'SAM UD',
    'Asia/Yekaterinburg': 'BA CHE KGN KHM ORE PER SVE TYU YAN',
    'Asia/Omsk': 'OMS',
    'Asia/Novosibirsk': 'NVS',
    'Asia/Barnaul': 'AL ALT',
    'Asia/Tomsk': 'TOM',
    'Asia/Novokuznetsk': 'KEM',
    'Asia/Krasnoyarsk': 'KK KYA TY',
    'Asia/Irkutsk': 'BU IRK',
    'Asia/Chita': 'ZAB',
    'Asia/Yakutsk': 'AMU SA',
    'Asia/Vladivostok': 'KHA PRI YEV',
    'Asia/Magadan': 'MAG',
    'Asia/Sakhalin': 'SAK',
    'Asia/Kamchatka': 'KAM',
    'Asia/Anadyr': 'CHU',
  },
};

const countries = new Map(
  Object.entries(byCountry).flatMap(([area, list]) =>
    [...list.matchAll(/([A-Z]{2})\s+([^,\s]+)/g)].map(([, code = '', place]): [string, string] => [
      code,
      `${area}/${place}`,
    ]),
  ),
);
const regions = new Map(
  Object.entries(byRegion).flatMap(([country, zones]) =>
    Object.entries(zones).flatMap(([zone, list]) =>
      list.split(' ').map((region): [string, string] => [`${country} ${region}`, zone]),
    ),
  ),
);

/** Whether clocks of the country show this zone somewhere, by its ISO 3166-1 code and an IANA name. */
export function isZoneOf(country: string, zone: string): boolean {
  const code = country.toUpperCase();
  return countries.get(code) === zone || Object.hasOwn(byRegion[code] ?? {}, zone);
}

/** Where clocks of a place are: by its country, or by the region of a country that has several zones. */
export interface PlaceZone {
  /** IANA name. */
  readonly zone: string;
  readonly by: 'country' | 'region';
}

/**
 * The time zone of a place, by its ISO 3166-1 code and the region's own, such as US and KY. Null: the country has several
 * zones and the region is not known, or nobody knows the country.
 */
export function zoneOfPlace(country: string | null, region: string | null): PlaceZone | null {
  const code = country?.toUpperCase() ?? '';
  const part = (region ?? '').toUpperCase().replace(`${code}-`, '');
  const ofRegion = regions.get(`${code} ${part}`);
  if (ofRegion) return { zone: ofRegion, by: 'region' };
  const zone = countries.get(code);
  return zone ? { zone, by: 'country' } : null;
}
