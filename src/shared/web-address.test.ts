import { tidyWebAddress } from './web-address';

test.each( [
	[ 'example.com', 'https://example.com' ],
	[ ' shop.example.com/en ', 'https://shop.example.com/en' ],
	[ 'http://example.com', 'http://example.com' ],
	[ 'javascript:alert(1)', 'javascript:alert(1)' ],
	[ 'ftp://example.com', 'ftp://example.com' ],
	[ 'nothing', 'nothing' ],
	[ '', '' ],
] )( '%s becomes %s', ( typed, address ) => {
	expect( tidyWebAddress( typed ) ).toBe( address );
} );
