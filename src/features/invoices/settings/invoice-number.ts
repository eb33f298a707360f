import type { Invoicing } from '../../../contract/invoices';

/** "INV-0012", as includes/Brand/Invoicing.php makes it; null while what is typed makes none. */
export function numberOf( {
	prefix,
	next_number: next,
	minimum_digits: digits,
}: Pick< Invoicing, 'prefix' | 'next_number' | 'minimum_digits' > ): string | null {
	return Number.isInteger( next ) && next > 0 && Number.isInteger( digits ) && digits >= 1 && digits <= 9
		? prefix + String( next ).padStart( digits, '0' )
		: null;
}
