import { dirname, join } from 'node:path';

const quote = ( value ) =>
	typeof value === 'string' ? `'${ value.replace( /[\\']/g, '\\$&' ) }'` : JSON.stringify( value );

/**
 * @param {import('./site.mjs').Site} site
 * @param {Object<string, string>}    salts
 * @return {string} The site's wp-config.php.
 */
export function configFile( site, salts ) {
	const constants = {
		DB_USER: 'root',
		DB_PASSWORD: '',
		DB_HOST: `127.0.0.1:${ site.mysql?.port ?? 3306 }`,
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		DB_DIR: join( dirname( site.wp ), 'database' ),
		...salts,
		WP_HOME: site.url,
		WP_SITEURL: site.url,
		WP_ENVIRONMENT_TYPE: 'local',
		WP_DEBUG: true,
		WP_DEBUG_DISPLAY: false,
		WP_DEBUG_LOG: site.log,
		// The demo has a ticker, tests tick themselves: a visitor's request never has to.
		DISABLE_WP_CRON: true,
		DISALLOW_FILE_MODS: true,
		AUTOMATIC_UPDATER_DISABLED: true,
		WP_HTTP_BLOCK_EXTERNAL: true,
		WP_ACCESSIBLE_HOSTS: 'localhost,127.0.0.1',
		// What is left in it goes with the site. Tests have one of their own.
		...( site.tests ? {} : { WP_TEMP_DIR: join( dirname( site.wp ), 'tmp' ) } ),
		WP_MEMORY_LIMIT: '256M',
		// The tests move the same clock as the demo's admin bar.
		COUNTERFOIL_DEMO: Boolean( site.demo || site.tests ),
		// A change that wrote a row and recorded no event is an error there.
		COUNTERFOIL_STRICT: Boolean( site.tests ),
		...( site.redisPort ? { COUNTERFOIL_TEST_REDIS: site.redisPort } : {} ),
		...( site.mailPort
			? { COUNTERFOIL_MAIL_CATCHER_HOST: '127.0.0.1', COUNTERFOIL_MAIL_CATCHER_PORT: site.mailPort }
			: {} ),
		...( site.stripeUrl
			? {
					COUNTERFOIL_STRIPE_API_BASE: site.stripeUrl,
					COUNTERFOIL_STRIPE_JS_URL: `${ site.stripeUrl }/endive/stripe.js`,
				}
			: {} ),
	};
	const name = site.mysql?.name ?? 'wordpress';
	const database = site.tests
		? [
				`define('DB_ENGINE', in_array(getenv('DB_ENGINE'), ['mysql', 'sqlite'], true) ? getenv('DB_ENGINE') : ${ quote( site.engine ) });`,
				`define('DB_NAME', getenv('COUNTERFOIL_TEST_DATABASE') ?: ${ quote( name ) });`,
				`define('COUNTERFOIL_STRIPE_API_BASE', 'http://127.0.0.1:' . (getenv('COUNTERFOIL_TEST_STRIPE_PORT') ?: '9'));`,
				`define('COUNTERFOIL_STRIPE_JS_URL', COUNTERFOIL_STRIPE_API_BASE . '/endive/stripe.js');`,
				`define('DB_FILE', (getenv('COUNTERFOIL_TEST_DATABASE') ?: 'wordpress') . '.sqlite');`,
			]
		: [
				`define('DB_ENGINE', ${ quote( site.engine ) });`,
				`define('DB_NAME', ${ quote( name ) });`,
				`define('DB_FILE', 'wordpress.sqlite');`,
			];
	return `<?php

// Written anew whenever the site is started.
${ database.join( '\n' ) }
${ Object.entries( constants )
	.map( ( [ key, value ] ) => `defined('${ key }') || define('${ key }', ${ quote( value ) });` )
	.join( '\n' ) }

$table_prefix = 'wp_';

defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}
