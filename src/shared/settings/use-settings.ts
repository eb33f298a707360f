import { useState } from '@wordpress/element';
import type { z } from 'zod';
import type { ApiFailure, OperationId, RequestOf, ResponseOf } from '../api';
import { type Form, useForm } from '../form';
import type { Command } from '../store';
import { useSubmit } from '../use-submit';

interface Options< T extends object, Id extends OperationId > {
	/** As they were read. */
	readonly initial: ResponseOf< Id >;
	/** Of the request's body. */
	readonly schema: z.ZodType< unknown, T >;
	/** What the form shows of what is stored. */
	readonly valuesOf: ( stored: ResponseOf< Id > ) => T;
	/** Saves them, and answers with what is stored then. */
	readonly command: Command< Id >;
	readonly request: ( values: T ) => RequestOf< Id >;
	readonly onSaved: ( stored: ResponseOf< Id > ) => void;
	/** When the form shows what is stored again: it was saved, or changes were undone. */
	readonly onReset?: ( stored: ResponseOf< Id > ) => void;
}

/** What the bar below a page of settings shows and does. */
export interface Saving {
	readonly isChanged: boolean;
	readonly isBusy: boolean;
	readonly error: ApiFailure | undefined;
	/** Resolves to false when the form or the server refused. */
	readonly save: () => Promise< boolean >;
	readonly undo: () => void;
}

export interface Settings< T, Stored > extends Saving {
	readonly stored: Stored;
	/** For what becomes known of it without being typed here. */
	readonly setStored: ( stored: Stored ) => void;
	readonly form: Form< T >;
}

/** A page of settings: what is stored, what is typed, and the ways from one to the other. */
export function useSettings< T extends object, Id extends OperationId >( {
	initial,
	schema,
	valuesOf,
	command,
	request,
	onSaved,
	onReset,
}: Options< T, Id > ): Settings< T, ResponseOf< Id > > {
	const [ stored, setStored ] = useState( initial );
	const form = useForm( schema, valuesOf( stored ) );
	const reset = ( to: ResponseOf< Id > ) => {
		form.reset( valuesOf( to ) );
		onReset?.( to );
	};
	const { submit: save } = useSubmit(
		form,
		command,
		() => request( form.values ),
		( saved ) => {
			reset( saved );
			setStored( saved );
			onSaved( saved );
		}
	);
	const undo = () => {
		reset( stored );
		command.clearError();
	};
	const { isBusy, error } = command;
	return { stored, setStored, form, isChanged: form.isChanged, isBusy, error, save, undo };
}
