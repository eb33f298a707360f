import { useState } from '@wordpress/element';
import type { ComboboxOption } from '../../shared/combobox';
import { useRead } from '../../shared/store';
import { useDebounced } from '../../shared/use-debounced';

export interface FoundClients {
	readonly typed: string;
	/** Undefined while they are on their way. */
	readonly options: readonly ComboboxOption[] | undefined;
	readonly problem: string | undefined;
	readonly onSearch: ( typed: string ) => void;
}

/** Clients for what is typed into a combobox. */
export function useFoundClients(): FoundClients {
	const [ typed, setTyped ] = useState( '' );
	const search = useDebounced( typed, 150 ).trim();
	const found = useRead( 'clients.list', { query: { per_page: 20, ...( search ? { search } : {} ) } } );
	const options = found.data?.items.map( ( row ) => ( {
		id: String( row.id ),
		label: row.name,
		...( row.contact ? { detail: `${ row.contact.name } · ${ row.contact.email }` } : {} ),
	} ) );
	return {
		typed,
		options: search === typed.trim() ? options : undefined,
		problem: found.error?.message,
		onSearch: setTyped,
	};
}
