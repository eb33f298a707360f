import { __ } from '@wordpress/i18n';

import type { FontSource } from './paint';

/**
 * Fetches the font from the plugin's own folder, each weight once a page.
 *
 * @param assets Address of the plugin's assets folder, with or without a slash at its end.
 */
export function fontsFrom( assets: string ): FontSource {
	const files = new Map< string, Promise< ArrayBuffer > >();

	return ( weight ) => {
		const url = `${ assets.replace( /\/$/, '' ) }/fonts/noto-sans-${ weight }.ttf`;
		const file = files.get( url ) ?? load( url );
		files.set( url, file );
		// What failed is tried again the next time.
		file.catch( () => files.delete( url ) );
		return file;
	};
}

async function load( url: string ): Promise< ArrayBuffer > {
	const response = await fetch( url );
	if ( ! response.ok ) {
		throw new Error( __( 'The PDF font couldn’t be loaded. Please try again.', 'counterfoil' ) );
	}
	return response.arrayBuffer();
}
