import { boot } from './boot';

/** ISO 3166-1 alpha-2, and XK, which everybody uses for Kosovo. */
const CODES =
	'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
	'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
	'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
	'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
	'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
	'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
	'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

export interface Named {
	readonly code: string;
	readonly name: string;
}

const named = ( codes: readonly string[], nameOf: ( code: string ) => string | undefined ): Named[] =>
	codes
		.map( ( code ) => ( { code, name: nameOf( code ) ?? code } ) )
		.sort( ( one, other ) => one.name.localeCompare( other.name, boot().locale ) );

/** "Poland", in the reader's language. */
export const countryName = ( code: string ): string =>
	new Intl.DisplayNames( [ boot().locale ], { type: 'region' } ).of( code ) ?? code;

/** All countries by name. */
export function countries(): Named[] {
	const names = new Intl.DisplayNames( [ boot().locale ], { type: 'region' } );
	return named( CODES.split( ' ' ), ( code ) => names.of( code ) );
}

/** The currencies that can be billed in, by code: "EUR – Euro". */
export function currencies(): Named[] {
	const names = new Intl.DisplayNames( [ boot().locale ], { type: 'currency' } );
	return boot().currencies.map( ( { code } ) => ( { code, name: `${ code } – ${ names.of( code ) ?? code }` } ) );
}

/**
 * The site's languages by name.
 *
 * @param chosen A locale that stays in the list though its language was taken off the site; may be empty.
 */
export function languages( chosen = '' ): Named[] {
	const names = new Intl.DisplayNames( [ boot().locale ], { type: 'language' } );
	// The contract's form; "de_DE_formal" and the like are variants of a language that is there too.
	const codes = boot().locales.filter( ( code ) => /^[a-z]{2,3}(_[A-Z]{2})?$/.test( code ) );
	return named( [ ...new Set( chosen ? [ ...codes, chosen ] : codes ) ], ( code ) =>
		names.of( code.replace( '_', '-' ) )
	);
}
