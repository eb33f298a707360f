import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from '../lib/browser.mjs';
import { red, say } from '../lib/log.mjs';

const SIZES = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } };

/** Takes a picture of each screen in each size. One that can't be taken is named; the others go on. */
export class Camera {
	/** @type {string[]} */
	failed = [];

	/**
	 * @param {import('@playwright/test').Browser}     browser
	 * @param {import('../lib/stand.mjs').Stand}       stand
	 * @param {string}                                 folder
	 * @param {string[]}                               only
	 */
	constructor( browser, stand, folder, only ) {
		Object.assign( this, { browser, stand, folder, only } );
	}

	static async open( stand, folder, only ) {
		const { executablePath, args } = browserOptions();
		const browser = await chromium.launch( { executablePath, args: [ ...args, '--hide-scrollbars' ] } );
		return new Camera( browser, stand, folder, only );
	}

	/**
	 * Somebody's browser: what `logIn` does holds for all of its pictures.
	 *
	 * @param {(page: import('@playwright/test').Page) => Promise<void>} [logIn]
	 */
	async person( logIn ) {
		const context = await this.browser.newContext( {
			locale: 'en-US',
			timezoneId: 'Europe/Berlin',
			reducedMotion: 'reduce',
			viewport: SIZES[ 1280 ],
		} );
		const page = await context.newPage();
		page.setDefaultTimeout( 30000 );
		await logIn?.( page );
		return page;
	}

	/**
	 * @param {import('@playwright/test').Page}                          page
	 * @param {string}                                                   name
	 * @param {(page: import('@playwright/test').Page) => Promise<void>} arrange Brings the screen about; runs once for each size.
	 */
	async take( page, name, arrange ) {
		if ( this.only.length > 0 && ! this.only.some( ( word ) => name.includes( word ) ) ) {
			return;
		}
		for ( const [ size, viewport ] of Object.entries( SIZES ) ) {
			try {
				await page.setViewportSize( viewport );
				await arrange( page );
				await settle( page );
				await page.screenshot( { path: join( this.folder, `${ name }-${ size }.png` ) } );
			} catch ( error ) {
				this.failed.push( `${ name }-${ size }` );
				say( red( `✗ ${ name }-${ size }: ${ String( error.message ).split( '\n' )[ 0 ] }` ) );
			}
		}
	}

	async close() {
		await this.browser.close();
	}
}

/** Until nothing is loading any more: no request, no spinner, every letter in its font. */
async function settle( page ) {
	// The block editor never stops asking; it is taken as it is.
	await page.waitForLoadState( 'networkidle', { timeout: 10000 } ).catch( () => {} );
	await page.waitForFunction( () => ! document.querySelector( '.components-spinner, [aria-busy="true"]' ) );
	await page.evaluate( () => document.fonts.ready );
}
