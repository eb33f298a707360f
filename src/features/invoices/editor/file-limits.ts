import { __, sprintf } from '@wordpress/i18n';
import { type Attachment, fileType, MAX_FILE_BYTES, MAX_FILES } from '../../../contract/invoices';
import { boot } from '../../../shared/boot';
import { formatSize } from '../../../shared/file-size';

/** Beyond it mail with these files, written as text, is more than the 10 MB that many mail servers take. */
const MAIL_BYTES = 7 * 1024 * 1024;

const size = ( bytes: number ) => formatSize( bytes, boot().locale );

/** What a chooser of files offers. */
export const acceptedFiles = fileType.options.map( ( ending ) => `.${ ending }` ).join( ',' );

export const bytesOf = ( files: ReadonlyArray< { readonly size: number } > ): number =>
	files.reduce( ( sum, file ) => sum + file.size, 0 );

/** What may be added, with the limit of the site where that is lower. */
export function limits(): string {
	const text = sprintf(
		/* translators: 1: number of files, 2: size, "10 MB" */
		__( 'Up to %1$d files, %2$s in total.', 'counterfoil' ),
		MAX_FILES,
		size( MAX_FILE_BYTES )
	);
	const { uploadLimit } = boot();
	return uploadLimit >= MAX_FILE_BYTES
		? text
		: [
				text,
				/* translators: %s: size, "2 MB" */
				sprintf( __( 'This site accepts files of up to %s.', 'counterfoil' ), size( uploadLimit ) ),
			].join( ' ' );
}

interface Chosen {
	readonly name: string;
	readonly size: number;
}

/**
 * Why a file would be refused, as far as that is seen before it is sent.
 *
 * @param file   One that was chosen.
 * @param others Those that are there, or on their way.
 */
export function whyNotAttached( file: Chosen, others: readonly Chosen[] ): string | undefined {
	const ending = file.name.slice( file.name.lastIndexOf( '.' ) + 1 ).toLowerCase();
	if ( ! fileType.safeParse( ending ).success ) {
		return __(
			'Files of this type can’t be attached. Use PDF, images, Word, Excel, PowerPoint, OpenDocument, ZIP, CSV or TXT.',
			'counterfoil'
		);
	}
	if ( file.size === 0 ) {
		return __( 'This file is empty. Choose another file.', 'counterfoil' );
	}
	if ( file.size > boot().uploadLimit ) {
		return sprintf(
			/* translators: %s: size, "2 MB" */
			__(
				'This file is larger than this site accepts (%s). Choose a smaller file, or ask your host to raise the upload limit.',
				'counterfoil'
			),
			size( boot().uploadLimit )
		);
	}
	if ( others.length >= MAX_FILES ) {
		/* translators: %d: number of files */
		return sprintf( __( 'An invoice can have up to %d files.', 'counterfoil' ), MAX_FILES );
	}
	return bytesOf( others ) + file.size > MAX_FILE_BYTES
		? sprintf(
				/* translators: %s: size, "10 MB" */
				__( 'With this file, the files would be larger than %s in total.', 'counterfoil' ),
				size( MAX_FILE_BYTES )
			)
		: undefined;
}

/** What is taken and may not arrive; undefined when it will. */
export function mailWarning( files: readonly Attachment[] ): string | undefined {
	return bytesOf( files ) > MAIL_BYTES
		? sprintf(
				/* translators: %s: size, "8.4 MB" */
				__(
					'%s of files make a large email. Some mail servers refuse it. Clients can also download the files in the portal.',
					'counterfoil'
				),
				size( bytesOf( files ) )
			)
		: undefined;
}
