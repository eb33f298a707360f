import { useCallback, useState } from '@wordpress/element';
import type { Attachment } from '../../../contract/invoices';
import { ApiFailure } from '../../../shared/api';
import { upload } from '../../../shared/upload';
import type { Draft } from './draft';
import { whyNotAttached } from './file-limits';

/** A file that is on its way, or was refused. */
export interface Upload {
	readonly key: number;
	readonly name: string;
	readonly size: number;
	/** Of 1. */
	readonly progress: number;
	readonly error?: string | undefined;
}

let lastKey = 0;

export interface Uploads {
	/** What the draft has. */
	readonly files: readonly Attachment[];
	readonly uploads: readonly Upload[];
	readonly isBusy: boolean;
	readonly add: ( files: readonly File[] ) => Promise< void >;
	readonly remove: ( file: Attachment ) => void;
	/** Takes one from sight that was refused. */
	readonly dismiss: ( key: number ) => void;
}

/**
 * Sends files one after another, each as soon as it was chosen, and puts it into the draft.
 *
 * @param files  What the draft has.
 * @param change Changes the draft.
 */
export function useUploads( files: readonly Attachment[], change: ( by: ( draft: Draft ) => Draft ) => void ): Uploads {
	const [ uploads, setUploads ] = useState< readonly Upload[] >( [] );
	const dismiss = useCallback(
		( key: number ) => setUploads( ( all ) => all.filter( ( one ) => one.key !== key ) ),
		[]
	);
	const set = ( by: ( now: readonly Attachment[] ) => readonly Attachment[] ) =>
		change( ( draft ) => ( { ...draft, attachments: by( draft.attachments ) } ) );
	const add = async ( chosen: readonly File[] ) => {
		const others = [ ...files, ...uploads.filter( ( { error } ) => error === undefined ) ];
		const queue: Array< { key: number; file: File } > = [];
		const begun: Upload[] = [];
		for ( const file of chosen ) {
			const error = whyNotAttached( file, [ ...others, ...queue.map( ( one ) => one.file ) ] );
			const key = ++lastKey;
			begun.push( { key, name: file.name, size: file.size, progress: 0, error } );
			if ( error === undefined ) {
				queue.push( { key, file } );
			}
		}
		setUploads( ( all ) => [ ...all, ...begun ] );
		for ( const { key, file } of queue ) {
			const show = ( changes: Partial< Upload > ) =>
				setUploads( ( all ) => all.map( ( one ) => ( one.key === key ? { ...one, ...changes } : one ) ) );
			try {
				const done = await upload( 'attachments.upload', file, ( progress ) => show( { progress } ) );
				dismiss( key );
				set( ( now ) => [ ...now, done ] );
			} catch ( thrown ) {
				show( { error: ApiFailure.from( thrown ).message } );
			}
		}
	};
	return {
		files,
		uploads,
		isBusy: uploads.some( ( { error } ) => error === undefined ),
		add,
		remove: ( file ) => set( ( now ) => now.filter( ( { id } ) => id !== file.id ) ),
		dismiss,
	};
}
