import type { Page } from '@playwright/test';
import type { AdminApp } from '../pages/admin-app';
import type { Agency } from '../support/agency';
import type { Mailbox } from '../support/mailbox';
import type { Stripe } from '../support/stripe';
import type { Watch } from '../support/watch';

/** What a screen may need to be got to. */
export interface Means {
	readonly agency: Agency;
	readonly app: AdminApp;
	readonly mailbox: Mailbox;
	/** The agency's browser. */
	readonly page: Page;
	readonly stripe: Stripe;
	/** A browser where nobody is logged in. */
	readonly visitor: Page;
	readonly watch: Watch;
}

/** A line of the table: whose browser shows it, what it is called, and the shortest way there. */
export type Screen = readonly [ at: 'page' | 'visitor', name: string, open: ( means: Means ) => Promise< unknown > ];
