import { useState } from '@wordpress/element';
import type { z } from 'zod';
import { type Form, type Sender, useForm } from '../form/use-form';

interface Options< T extends object, Stored, Request > {
	/** As they were read. */
	readonly initial: Stored;
	/** Of the request's body. */
	readonly schema: z.ZodType;
	/** What the form shows of what is stored. */
	readonly valuesOf: ( stored: Stored ) => T;
	/** Saves them, and answers with what is stored then. */
	readonly command: Sender< Request, Stored >;
	readonly request: ( values: T ) => Request;
	readonly onSaved: ( stored: Stored ) => void;
	/** When the form shows what is stored again: it was saved, or changes were undone. */
	readonly onReset?: ( stored: Stored ) => void;
}

export interface Settings< T, Stored > {
	readonly stored: Stored;
	/** For what becomes known of it without being typed here. */
	readonly setStored: ( stored: Stored ) => void;
	readonly form: Form< T >;
	readonly undo: () => void;
}

/** A page of settings: what is stored, what is typed, and the ways from one to the other. */
export function useSettings< T extends object, Stored, Request >(
	options: Options< T, Stored, Request >
): Settings< T, Stored > {
	const { initial, schema, valuesOf, command, request, onSaved, onReset } = options;
	const [ stored, setStored ] = useState( initial );
	const reset = ( to: Stored ) => {
		form.reset( valuesOf( to ) );
		onReset?.( to );
	};
	const form = useForm( {
		schema,
		initial: valuesOf( stored ),
		command,
		request,
		onDone: ( saved ) => {
			reset( saved );
			setStored( saved );
			onSaved( saved );
		},
		guard: true,
	} );
	return { stored, setStored, form, undo: () => reset( stored ) };
}
