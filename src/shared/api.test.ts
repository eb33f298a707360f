import { ApiFailure } from './api';

test.each( [
	[ 'invalid_json', 'The response is not a valid JSON response.', /^The server’s answer couldn’t be read\. Reload/ ],
	[ 'fetch_error', 'Could not get a valid response from the server.', /^The server couldn’t be reached\./ ],
	[ 'offline_error', 'Unable to connect.', /^The server couldn’t be reached\./ ],
	[ 'not_found', 'This invoice doesn’t exist.', /^This invoice doesn’t exist\.$/ ],
] )( '%s is said in plain words', ( code, message, words ) => {
	expect( ApiFailure.from( { code, message } ).message ).toMatch( words );
} );
