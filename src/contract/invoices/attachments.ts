import { z } from 'zod';
import { id, idParams } from '../common';
import { operation } from '../operation';

/** Of one invoice. */
export const MAX_FILES = 10;
/** Bytes, of all files of an invoice together. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** What files may be, by the ending of their name; the server looks at their bytes too. */
export const fileType = z.enum( [
	...( [ 'pdf', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp' ] as const ),
	...( [ 'doc', 'xls', 'ppt', 'zip', 'csv', 'txt' ] as const ),
] );

export const attachment = z
	.strictObject( {
		id,
		name: z.string(),
		type: fileType,
		/** Bytes. */
		size: z.int().min( 1 ),
	} )
	.meta( { id: 'Attachment' } );
export type Attachment = z.infer< typeof attachment >;

export const attachmentOperations = [
	operation( {
		id: 'attachments.upload',
		method: 'POST',
		path: '/attachments',
		summary: 'Upload a file to attach to a draft; it is deleted after a day if no draft uses it',
		needs: 'staff:bill',
		upload: true,
		response: attachment,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'attachments.get',
		method: 'GET',
		path: '/attachments/{id}',
		summary: 'Download a file attached to an invoice',
		needs: 'staff:view',
		params: idParams,
		response: z.string(),
		binary: 'application/octet-stream',
	} ),
] as const;
