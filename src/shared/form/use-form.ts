import { useCallback, useMemo, useRef, useState } from '@wordpress/element';
import type { z } from 'zod';
import type { ApiFailure } from '../api';
import { useUnsavedGuard } from '../location';
import { currencyIn, type FieldErrors, pointer, sentences, untouched } from './errors';
import { type FormPart, partOf } from './part';

/** Where a form goes: a command of the API, or something that keeps it here. */
export interface Sender< Request, Answer > {
	readonly run: ( request: Request, onFailure?: ( failure: ApiFailure ) => void ) => Promise< Answer | undefined >;
	readonly isBusy: boolean;
	readonly error: ApiFailure | undefined;
	readonly clearError: () => void;
}

interface Options< T extends object, Request, Answer > {
	/** Of the request's body; what is typed is checked by it before it is sent. */
	readonly schema: z.ZodType;
	/** What the form starts with; counts as saved. */
	readonly initial: T;
	/** What it becomes: `useCommand( 'plans.create' )`. */
	readonly command: Sender< Request, Answer >;
	/** The request made of what is typed. */
	readonly request: ( values: T ) => Request;
	/** With the server's answer. */
	readonly onDone: ( answer: Answer ) => void;
	/** Asks before somebody leaves with changes that are not saved; not needed in a dialog. */
	readonly guard?: boolean;
}

/** What a frame around fields needs of their form: the dialog, the page of settings. */
export interface Sending {
	readonly isBusy: boolean;
	readonly isChanged: boolean;
	/** Why it was not taken, above the fields. */
	readonly error: ApiFailure | undefined;
	/** Checks and sends; resolves to true when it was taken. */
	readonly submit: () => Promise< boolean >;
}

export interface Form< T > extends FormPart< T >, Sending {
	/** Starts over from these values, which count as saved. */
	readonly reset: ( values: T ) => void;
}

/**
 * The one manner of forms: values with one way to bind a field, checked by the contract's schema, sent as one
 * command; what the schema or the server find wrong stands at the fields, and the first of them has the focus.
 */
export function useForm< T extends object, Request, Answer >( options: Options< T, Request, Answer > ): Form< T > {
	const { schema, initial, command, request, onDone, guard = false } = options;
	const [ saved, setSaved ] = useState( initial );
	const [ { values, errors }, setState ] = useState< { values: T; errors: FieldErrors } >( {
		values: initial,
		errors: {},
	} );
	const isChanged = useMemo( () => JSON.stringify( values ) !== JSON.stringify( saved ), [ values, saved ] );
	useUnsavedGuard( guard && isChanged );

	const { clearError } = command;
	const set = useCallback(
		( changes: Partial< T > ) => {
			// What was said about other values is out of date.
			clearError();
			setState( ( previous ) => {
				const next = { ...previous.values, ...changes };
				return { values: next, errors: untouched( previous.errors, previous.values, next ) };
			} );
		},
		[ clearError ]
	);
	const reset = useCallback(
		( next: T ) => {
			setSaved( next );
			setState( { values: next, errors: {} } );
			clearError();
		},
		[ clearError ]
	);
	const refuse = ( found: FieldErrors ) => {
		setState( ( previous ) => ( { ...previous, errors: found } ) );
		if ( Object.keys( found ).length > 0 ) {
			focusFirstError();
		}
	};

	// Two clicks, or ⌘S beside a click, are one intention.
	const isSending = useRef( false );
	const submit = async () => {
		const checked = schema.safeParse( values, { reportInput: true } );
		refuse( checked.success ? {} : sentences( checked.error.issues, currencyIn( values ) ) );
		if ( ! checked.success || isSending.current ) {
			return false;
		}
		isSending.current = true;
		const answer = await command.run( request( values ), ( failure ) => refuse( failure.fields ) );
		isSending.current = false;
		if ( answer === undefined ) {
			return false;
		}
		onDone( answer );
		return true;
	};
	const errorOf = ( ...path: readonly PropertyKey[] ) => errors[ pointer( path ) ];
	return {
		...partOf( { values, set, errorOf } ),
		isBusy: command.isBusy,
		isChanged,
		error: command.error,
		submit,
		reset,
	};
}

/** After the errors are on screen. */
function focusFirstError(): void {
	requestAnimationFrame( () => {
		const field = document.querySelector< HTMLElement >(
			// What was typed; beside it there may be a way to choose it.
			'.counterfoil-field.has-error :is(input:not([type="color"]), select, textarea, button)'
		);
		field?.focus();
	} );
}
