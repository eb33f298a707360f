/** What the server tells the app when it starts; made by includes/Admin/AdminPage.php. */
export interface BootData {
	/** BCP 47, "pl-PL" */
	readonly locale: string;
	/** When the page was made, by the server's clock: `2026-03-31T12:00:00Z`. */
	readonly now: string;
	/** The business's time zone, "Europe/Warsaw" */
	readonly timezone: string;
	/** The site's own, as PHP's date() takes them: "F j, Y", "g:i a" */
	readonly dateFormat: string;
	readonly timeFormat: string;
	readonly currency: string;
	readonly currencies: ReadonlyArray< { readonly code: string; readonly decimals: number } >;
	readonly locales: readonly string[];
	readonly timezones: readonly string[];
	/** URL of the plugin's folder, with a slash behind it */
	readonly assets: string;
	/** Of the site's REST API, with a slash behind it */
	readonly restUrl: string;
	/** Bytes that the site's PHP takes at once */
	readonly uploadLimit: number;
	readonly can: {
		readonly view: boolean;
		readonly bill: boolean;
		readonly refund: boolean;
		readonly manageClients: boolean;
		readonly settings: boolean;
	};
}

declare global {
	interface Window {
		counterfoil?: BootData;
	}
}

const nobody: BootData = {
	locale: 'en-US',
	now: new Date().toISOString(),
	timezone: 'UTC',
	dateFormat: 'F j, Y',
	timeFormat: 'g:i a',
	currency: 'EUR',
	currencies: [ { code: 'EUR', decimals: 2 } ],
	locales: [ 'en_US' ],
	timezones: [ 'UTC' ],
	assets: '/',
	restUrl: '/wp-json/',
	uploadLimit: 64 * 1024 * 1024,
	can: { view: false, bill: false, refund: false, manageClients: false, settings: false },
};

export function boot(): BootData {
	return window.counterfoil ?? nobody;
}
