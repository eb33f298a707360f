<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Sent to the route that makes products: it has texts, numbers, a list and objects in it. */
final class RequestReaderTest extends IntegrationTestCase
{
    use FitsContract;

    private const GOOD = '{"name":"Care","description":"","image_id":null,"plans":[{"name":"Monthly","price":{"amount":2500,"currency":"USD"},"type":"recurring","interval":{"unit":"month","count":1}}]}';

    /** @return iterable<string, array{string, string, list<string>}> what is replaced, by what, and the fields that are named */
    public static function wrong(): iterable
    {
        yield 'unknown field' => ['"name":"Care"', '"name":"Care","owner":1', ['/owner']];
        yield 'unknown field, deep' => ['"unit":"month"', '"unit":"month","x":1', ['/plans/0/interval/x']];
        yield 'unknown field with a slash' => ['"name":"Care"', '"name":"Care","a/b~c":1', ['/a~1b~0c']];
        yield 'missing field' => ['"description":"",', '', ['/description']];
        yield 'text for a list' => ['"plans":[', '"plans":"", "x":[', ['/plans', '/x']];
        yield 'number for a text' => ['"name":"Care"', '"name":7', ['/name']];
        yield 'text for a number' => ['2500', '"2500"', ['/plans/0/price/amount']];
        yield 'true for a number' => ['2500', 'true', ['/plans/0/price/amount']];
        yield 'a list for an object' => ['{"amount":2500,"currency":"USD"}', '[2500]', ['/plans/0/price']];
        yield 'empty' => ['"name":"Care"', '"name":""', ['/name']];
        yield 'only blanks' => ['"name":"Care"', '"name":" \t"', ['/name']];
        yield 'too long' => ['"name":"Care"', '"name":"' . str_repeat('é', 191) . '"', ['/name']];
        yield 'too many' => ['"plans":[', '"plans":[' . str_repeat('{"name":"x","price":{"amount":1,"currency":"USD"},"type":"one_time","interval":null},', 50), ['/plans']];
        yield 'NUL' => ['"name":"Care"', '"name":"Ca\u0000re"', ['/name']];
        yield 'escape' => ['"name":"Care"', '"name":"Ca\u001bre"', ['/name']];
        yield 'NUL in the name of a field' => ['"name":"Care"', '"name":"Care","a\u0000b":1', ['/']];
        yield 'half a character' => ['"name":"Care"', "\"name\":\"Ca\xC3re\"", ['/name']];
        yield 'overlong character' => ['"name":"Care"', "\"name\":\"Ca\xC0\xAFre\"", ['/name']];
        yield 'fraction' => ['2500', '2500.5', ['/plans/0/price/amount']];
        yield 'exponent' => ['2500', '1e309', ['/plans/0/price/amount']];
        yield 'exponent of a whole number' => ['2500', '25e2', ['/plans/0/price/amount']];
        yield 'less than nothing' => ['2500', '-1', ['/plans/0/price/amount']];
        yield 'negative zero' => ['2500', '-0', ['/plans/0/price/amount']];
        yield 'negative zero, the last of its object' => ['"amount":2500,"currency":"USD"', '"currency":"USD","amount": -0 ', ['/plans/0/price/amount']];
        yield 'decimal comma' => ['2500', '"1,5"', ['/plans/0/price/amount']];
        yield 'more than 10^12' => ['2500', '1000000000001', ['/plans/0/price/amount']];
        yield 'more than 64 bits' => ['2500', '99999999999999999999999', ['/plans/0/price/amount']];
        yield 'too deep' => ['"name":"Care"', '"name":' . str_repeat('[', 40) . str_repeat(']', 40), ['/']];
    }

    /** @param list<string> $fields */
    #[DataProvider('wrong')]
    public function test_abuse_15_and_30_what_does_not_fit_is_refused_by_name(string $part, string $wrong, array $fields): void
    {
        $before = $this->products();
        $body = str_replace($part, $wrong, self::GOOD);
        self::assertNotSame(self::GOOD, $body);
        self::refused(400, $fields, $this->rest('POST', '/counterfoil/v1/products', $body, $this->administrator()));
        self::assertSame($before, $this->products());
    }

    public function test_abuse_15_what_is_no_json_object_is_refused(): void
    {
        $staff = $this->administrator();
        $before = $this->products();
        foreach (['{"name":NaN}', '{"name":"half a pair \ud800"}', '{"name":', '[]', '"x"', 'null', '[' . self::GOOD . ']'] as $body) {
            self::assert_status(400, $this->rest('POST', '/counterfoil/v1/products', $body, $staff));
        }
        self::assert_status(413, $this->rest('POST', '/counterfoil/v1/products', str_repeat(' ', 1_100_000) . self::GOOD, $staff));
        self::refused(400, ['/'], $this->rest('POST', '/counterfoil/v1/products', self::GOOD, $staff, ['Content-Type' => 'text/plain']));
        self::refused(400, ['/'], $this->rest('POST', '/counterfoil/v1/products', 'name=Care', $staff, ['Content-Type' => 'application/x-www-form-urlencoded']));
        self::assertSame($before, $this->products());
        self::fits('products.create', $this->rest('POST', '/counterfoil/v1/products', self::GOOD, $staff));
    }

    public function test_abuse_15_addresses_are_read_as_strictly(): void
    {
        $staff = $this->administrator();
        foreach (['search=%FF' => '/search', 'search=a%00b' => '/search', 'search[]=a' => '/search', 'search[a][b]=c' => '/search', 'state=gone' => '/state', 'per_page=0x10' => '/per_page', 'per_page=%2B5' => '/per_page', 'colour=red' => '/colour'] as $query => $field) {
            $response = $this->rest('GET', "/counterfoil/v1/products?{$query}", null, $staff);
            self::assert_status(400, $response);
            self::assertStringStartsWith($field, (string) array_key_first($response->get_data()['data']['fields']), $query);
        }
        // WordPress' own parameters go by.
        self::assert_status(200, $this->rest('GET', '/counterfoil/v1/products?_locale=user&_fields=items&context=edit', null, $staff));
        // A body where none is taken, a field in the address where it belongs into the body.
        self::assert_status(400, $this->rest('GET', '/counterfoil/v1/products', '{"x":1}', $staff));
        self::assert_status(400, $this->rest('POST', '/counterfoil/v1/products?name=Care', str_replace('"name":"Care",', '', self::GOOD), $staff));
    }

    public function test_ids_are_numbers_from_one(): void
    {
        $staff = $this->administrator();
        foreach (['0', '-1', '1e3', '01', '1.0', 'x', '99999999999999999999'] as $id) {
            self::assert_status(404, $this->rest('GET', "/counterfoil/v1/products/{$id}", null, $staff));
        }
    }

    private function products(): string
    {
        $database = Plugin::instance()->database();

        return (string) $database->value("SELECT COUNT(*) FROM {$database->table('products')}");
    }
}
