/**
 * Paints drawings with the browser's painter, in Node, each beside its file:
 * tsx tests/documents/paint.ts A.json B.json … makes A.browser.pdf, B.browser.pdf, …
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { drawing, type Weight } from '../../src/contract/documents';
import { paint } from '../../src/documents/paint';

const fonts = join( __dirname, '../../assets/fonts' );

async function font( weight: Weight ): Promise< ArrayBuffer > {
	const file = await readFile( join( fonts, `noto-sans-${ weight }.ttf` ) );
	return new Uint8Array( file ).buffer;
}

async function run(): Promise< void > {
	for ( const file of process.argv.slice( 2 ) ) {
		const instructions = drawing.parse( JSON.parse( await readFile( file, 'utf8' ) ) );
		const bytes = await paint( instructions, font, new Date( '2026-11-28T09:00:00Z' ) );
		await writeFile( file.replace( /\.json$/, '.browser.pdf' ), bytes );
	}
}

void run();
