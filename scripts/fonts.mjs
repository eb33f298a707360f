/**
 * Makes assets/fonts from Debian's fonts-noto-core: one family in two weights that has Latin,
 * Greek, Cyrillic, Hebrew and Arabic together, since neither painter can fall back to another
 * font within a line. The results are committed; run this again only to change the range.
 *
 *     apt-get install --no-install-recommends fonts-noto-core fonttools
 *     node scripts/fonts.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const target = join( root, 'assets/fonts' );
const source = process.env.NOTO_FONTS ?? '/usr/share/fonts/truetype/noto';

/** What each of Noto's files contributes; later files must not repeat a code point of earlier ones. */
const parts = [
	{
		file: 'NotoSans',
		unicodes:
			'U+0020-007E,U+00A0-024F,U+0259,U+02B9-02DD,U+0300-0333,U+0370-03FF,U+0400-052F,U+1E00-1EFF,' +
			'U+2010-2027,U+202F-203A,U+2044,U+2070-208E,U+20A0-20BF,U+2113,U+2116,U+2122,U+2126,U+2212,' +
			'U+2215,U+2248,U+2260,U+2264,U+2265,U+25CC,U+FFFD',
	},
	{ file: 'NotoSansHebrew', unicodes: 'U+05B0-05C7,U+05D0-05EA,U+05EF-05F4' },
	{
		file: 'NotoSansArabic',
		// The letters themselves and their positional forms: shaping picks the latter.
		unicodes: 'U+060C,U+061B,U+061F,U+0621-065F,U+0660-066D,U+0670-06D5,U+06F0-06F9,U+FB50-FBFF,U+FE70-FEFC',
	},
];

const work = mkdtempSync( join( tmpdir(), 'fonts-' ) );

/** Merging takes the tallest of all heights; text selected in a reader would then overlap its neighbours. */
const keepHeights = `
import sys
from fontTools.ttLib import TTFont
merged, latin = TTFont(sys.argv[1], recalcTimestamp=False), TTFont(sys.argv[2])
for table, names in {
    'hhea': ('ascent', 'descent', 'lineGap'),
    'OS/2': ('sTypoAscender', 'sTypoDescender', 'sTypoLineGap', 'usWinAscent', 'usWinDescent'),
}.items():
    for name in names:
        setattr(merged[table], name, getattr(latin[table], name))
merged.save(sys.argv[1])
`;

function makeTtf( weight ) {
	const subsets = parts.map( ( { file, unicodes } ) => {
		const out = join( work, `${ file }-${ weight }.ttf` );
		execFileSync( 'pyftsubset', [
			join( source, `${ file }-${ weight }.ttf` ),
			`--unicodes=${ unicodes }`,
			`--output-file=${ out }`,
			// Neither painter reads OpenType's tables for shaping, hints or variations.
			'--layout-features=',
			'--drop-tables+=GSUB,GPOS,GDEF',
			'--no-hinting',
			'--no-glyph-names',
			'--notdef-outline',
			'--name-IDs=0,1,2,3,4,5,6,13,14',
		] );
		return out;
	} );
	const merged = join( target, `noto-sans-${ weight.toLowerCase() }.ttf` );
	execFileSync( 'pyftmerge', [ `--output-file=${ merged }`, ...subsets ], {
		cwd: work,
		// The same bytes whenever it is run: no date of today in the font's head.
		env: { ...process.env, SOURCE_DATE_EPOCH: '1600000000' },
		stdio: [ 'ignore', 'ignore', 'inherit' ],
	} );
	execFileSync( '/usr/bin/python3', [ '-c', keepHeights, merged, subsets[ 0 ] ] );
	return merged;
}

for ( const weight of [ 'Regular', 'Bold' ] ) {
	const ttf = makeTtf( weight );
	execFileSync( 'php', [ join( root, 'scripts/font-metrics.php' ), ttf, target ], {
		stdio: 'inherit',
	} );
}
rmSync( work, { recursive: true } );
