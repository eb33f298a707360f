import { z } from 'zod';
import { done, emailAddress, optionalLine } from './common';
import { operation } from './operation';

const password = z.string().min( 1 ).max( 200 );
/** At least ten characters; what else is asked of it is the server's to say. */
const newPassword = z.string().min( 10 ).max( 200 );
const token = z.string().regex( /^[A-Za-z0-9_-]{20,100}$/ );
const redirect = z.strictObject( { redirect_to: z.string() } );

export const identityOperations = [
	operation( {
		id: 'identity.log-in',
		method: 'POST',
		path: '/session',
		summary: 'Log in with email and password',
		needs: 'visitor',
		body: z.strictObject( { email: emailAddress, password, redirect_to: optionalLine( 2000 ).optional() } ),
		response: redirect,
	} ),
	operation( {
		id: 'identity.log-out',
		method: 'DELETE',
		path: '/session',
		summary: 'Log out',
		needs: 'person',
		response: redirect,
	} ),
	operation( {
		id: 'identity.ask-reset',
		method: 'POST',
		path: '/password-resets',
		summary: 'Email a link to choose a new password; the response is the same for every address',
		needs: 'visitor',
		body: z.strictObject( { email: emailAddress } ),
		response: done,
	} ),
	operation( {
		id: 'identity.reset',
		method: 'POST',
		path: '/password-resets/redeem',
		summary: 'Choose a new password with an emailed link',
		needs: 'visitor',
		body: z.strictObject( { token, password: newPassword } ),
		response: redirect,
	} ),
	operation( {
		id: 'identity.ask-link',
		method: 'POST',
		path: '/magic-links',
		summary: 'Email a login link; the response is the same for every address',
		needs: 'visitor',
		body: z.strictObject( { email: emailAddress, redirect_to: optionalLine( 2000 ).optional() } ),
		response: done,
	} ),
	operation( {
		id: 'identity.use-link',
		method: 'POST',
		path: '/magic-links/redeem',
		summary: 'Log in with an emailed link',
		needs: 'visitor',
		body: z.strictObject( { token } ),
		response: redirect,
	} ),
	operation( {
		id: 'identity.accept-invitation',
		method: 'POST',
		path: '/invitations/redeem',
		summary: 'Accept an invitation by choosing a password, or with the password of an existing account',
		needs: 'visitor',
		body: z.strictObject( { token, password } ),
		response: redirect,
	} ),
] as const;
