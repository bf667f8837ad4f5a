import { namedIn } from './names.ts';

const names = new Intl.DisplayNames('en', { type: 'region' });
const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
const spelt = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toUpperCase();

/** What systems write that is neither a code nor the English name. */
const aliases = {
  EIRE: 'IE',
  RSA: 'ZA',
  UK: 'GB',
  'CZECH REPUBLIC': 'CZ',
  TURKEY: 'TR',
  'GREAT BRITAIN': 'GB',
  'UNITED STATES OF AMERICA': 'US',
  'RUSSIAN FEDERATION': 'RU',
  'HONG KONG': 'HK',
  MACAU: 'MO',
};
// Codes that the standard gave up, and areas that are no country.
const notCountries = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'EU',
  'EZ',
  'FX',
  'HV',
  'NH',
  'NT',
  'QO',
  'RH',
  'SU',
  'TP',
  'UK',
  'UN',
  'VD',
  'YD',
  'YU',
  'ZR',
  'ZZ',
]);

/** ISO 3166-1: the code of three letters before that of two. */
const alpha3 = `
  ABW AW AFG AF AGO AO AIA AI ALA AX ALB AL AND AD ARE AE ARG AR ARM AM ASM AS ATA AQ ATF TF ATG AG AUS AU AUT AT AZE AZ
  BDI BI BEL BE BEN BJ BES BQ BFA BF BGD BD BGR BG BHR BH BHS BS BIH BA BLM BL BLR BY BLZ BZ BMU BM BOL BO BRA BR BRB BB
  BRN BN BTN BT BVT BV BWA BW CAF CF CAN CA CCK CC CHE CH CHL CL CHN CN CIV CI CMR CM COD CD COG CG COK CK COL CO COM KM
  CPV CV CRI CR CUB CU CUW CW CXR CX CYM KY CYP CY CZE CZ DEU DE DJI DJ DMA DM DNK DK DOM DO DZA DZ ECU EC EGY EG ERI ER
  ESH EH ESP ES EST EE ETH ET FIN FI FJI FJ FLK FK FRA FR FRO FO FSM FM GAB GA GBR GB GEO GE GGY GG GHA GH GIB GI GIN GN
  GLP GP GMB GM GNB GW GNQ GQ GRC GR GRD GD GRL GL GTM GT GUF GF GUM GU GUY GY HKG HK HMD HM HND HN HRV HR HTI HT HUN HU
  IDN ID IMN IM IND IN IOT IO IRL IE IRN IR IRQ IQ ISL IS ISR IL ITA IT JAM JM JEY JE JOR JO JPN JP KAZ KZ KEN KE KGZ KG
  KHM KH KIR KI KNA KN KOR KR KWT KW LAO LA LBN LB LBR LR LBY LY LCA LC LIE LI LKA LK LSO LS LTU LT LUX LU LVA LV MAC MO
  MAF MF MAR MA MCO MC MDA MD MDG MG MDV MV MEX MX MHL MH MKD MK MLI ML MLT MT MMR MM MNE ME MNG MN MNP MP MOZ MZ MRT MR
  MSR MS MTQ MQ MUS MU MWI MW MYS MY MYT YT NAM NA NCL NC NER NE NFK NF NGA NG NIC NI NIU NU NLD NL NOR NO NPL NP NRU NR
  NZL NZ OMN OM PAK PK PAN PA PCN PN PER PE PHL PH PLW PW PNG PG POL PL PRI PR PRK KP PRT PT PRY PY PSE PS PYF PF QAT QA
  REU RE ROU RO RUS RU RWA RW SAU SA SDN SD SEN SN SGP SG SGS GS SHN SH SJM SJ SLB SB SLE SL SLV SV SMR SM SOM SO SPM PM
  SRB RS SSD SS STP ST SUR SR SVK SK SVN SI SWE SE SWZ SZ SXM SX SYC SC SYR SY TCA TC TCD TD TGO TG THA TH TJK TJ TKL TK
  TKM TM TLS TL TON TO TTO TT TUN TN TUR TR TUV TV TWN TW TZA TZ UGA UG UKR UA UMI UM URY UY USA US UZB UZ VAT VA VCT VC
  VEN VE VGB VG VIR VI VNM VN VUT VU WLF WF WSM WS YEM YE ZAF ZA ZMB ZM ZWE ZW`;

const codes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => names.of(code) !== code && !notCountries.has(code));
const known = new Set(codes);
const byName = new Map([
  ...codes.map((code): [string, string] => [spelt(names.of(code) ?? code), code]),
  ...[...alpha3.matchAll(/([A-Z]{3}) ([A-Z]{2})/g)].map(([, long = '', code = '']): [string, string] => [
    long,
    code,
  ]),
  ...Object.entries(aliases),
]);

/** The ISO 3166-1 code of a country, told by its code of two or three letters or in English words: "Germany" and "DEU" are DE. Null: nobody knows it. */
export function countryCode(told: string): string | null {
  const name = spelt(told);
  return known.has(name) ? name : (byName.get(name) ?? null);
}

/** The English names of countries that a misspelt one may mean, the likeliest first: "Germny" is Germany. */
export function countriesLike(told: string): readonly string[] {
  return namedIn(codes.map(countryName), (name) => [name], told).like;
}

/** "Germany" of DE. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
