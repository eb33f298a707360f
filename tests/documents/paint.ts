/**
 * Paints a drawing with the browser's painter, in Node: tsx tests/documents/paint.ts DRAWING.json OUT.pdf
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { drawing, type Weight } from '../../src/documents/drawing';
import { paint } from '../../src/documents/paint';

const fonts = join( __dirname, '../../assets/fonts' );

async function font( weight: Weight ): Promise< ArrayBuffer > {
	const file = await readFile( join( fonts, `noto-sans-${ weight }.ttf` ) );
	return new Uint8Array( file ).buffer;
}

async function run(): Promise< void > {
	const [ , , source, target ] = process.argv;
	if ( ! source || ! target ) {
		throw new Error( 'Which drawing, and where to?' );
	}
	const instructions = drawing.parse( JSON.parse( await readFile( source, 'utf8' ) ) );
	await writeFile( target, await paint( instructions, font, new Date( '2026-11-28T09:00:00Z' ) ) );
}

void run();
