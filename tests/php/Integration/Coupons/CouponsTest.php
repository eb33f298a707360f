<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Coupons;

use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Plugin;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Coupons as staff keeps them. */
final class CouponsTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesCoupons;
    use MakesInvoices;

    private const URL = '/counterfoil/v1/coupons';

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_one_is_created_read_changed_archived_restored_and_deleted(): void
    {
        $made = self::fits('coupons.create', $this->rest('POST', self::URL, self::coupon_body(['value' => ['type' => 'amount', 'amounts' => [['amount' => 4000, 'currency' => 'PLN'], ['amount' => 1000, 'currency' => 'EUR']]]]), $this->staff));
        self::assertSame(['SPRING-25', 'Spring offer', "€10.00 / PLN\u{A0}40.00 off", 'Once', 'active', 0, false], [$made['code'], $made['name'], $made['worth'], $made['lasts'], $made['state'], $made['uses'], $made['is_used']]);
        $changed = self::fits('coupons.update', $this->rest('PUT', self::URL . "/{$made['id']}", self::coupon_body(['value' => ['type' => 'percent', 'percent' => '12.50'], 'duration' => 'cycles', 'cycles' => 3, 'max_uses' => 5]), $this->staff));
        self::assertSame(['12.5% off', 'For 3 bills', ['type' => 'percent', 'percent' => '12.5'], 5], [$changed['worth'], $changed['lasts'], $changed['value'], $changed['max_uses']]);
        self::assertSame('archived', self::fits('coupons.archive', $this->rest('POST', self::URL . "/{$made['id']}/archive", [], $this->staff))['state']);
        self::assertSame('active', self::fits('coupons.restore', $this->rest('POST', self::URL . "/{$made['id']}/restore", [], $this->staff))['state']);
        self::assertSame($changed, self::fits('coupons.get', $this->rest('GET', self::URL . "/{$made['id']}", [], $this->staff)));
        self::fits('coupons.delete', $this->rest('DELETE', self::URL . "/{$made['id']}", [], $this->staff));
        self::assert_status(404, $this->rest('GET', self::URL . "/{$made['id']}", [], $this->staff));
        $types = array_column(Plugin::instance()->database()->rows('SELECT type FROM ' . Plugin::instance()->database()->table('events') . " WHERE subject_type = 'coupon' ORDER BY id"), 'type');
        self::assertSame(['coupon.created', 'coupon.updated', 'coupon.archived', 'coupon.restored', 'coupon.deleted'], $types);
    }

    /** Law 6. */
    public function test_law_6_a_code_is_there_once_in_whatever_case(): void
    {
        $this->coupon();
        $twice = $this->rest('POST', self::URL, self::coupon_body(['code' => 'sPRING-25']), $this->staff);
        self::assert_status(400, $twice);
        self::assertSame(['/code' => 'There is already a coupon with the code SPRING-25. Choose another code.'], $twice->get_data()['data']['fields']);
        $other = $this->coupon(['code' => 'OTHER']);
        self::assert_status(400, $this->rest('PUT', self::URL . "/{$other->id}", self::coupon_body(), $this->staff));
        $this->expectException(UniqueViolation::class);
        Plugin::instance()->database()->insert('coupons', ['code' => 'SPRING-25', 'name' => '', 'duration' => 'once', 'product_ids' => '[]', 'plan_ids' => '[]', 'created_at' => '2026-01-01 00:00:00']);
    }

    /** @param array<string, mixed> $changes */
    #[DataProvider('wrong')]
    public function test_what_is_wrong_is_named(string $field, array $changes): void
    {
        $answer = $this->rest('POST', self::URL, self::coupon_body($changes), $this->staff);
        self::assert_status(400, $answer);
        self::assertSame([$field], array_keys($answer->get_data()['data']['fields']));
    }

    /** @return iterable<string, array{string, array<string, mixed>}> */
    public static function wrong(): iterable
    {
        $amounts = static fn (array ...$amounts): array => ['value' => ['type' => 'amount', 'amounts' => array_map(static fn (array $one): array => ['amount' => $one[0], 'currency' => $one[1]], $amounts)]];
        yield 'nothing off' => ['/value/percent', ['value' => ['type' => 'percent', 'percent' => '0.0']]];
        yield 'more than all' => ['/value/percent', ['value' => ['type' => 'percent', 'percent' => '100.1']]];
        yield 'no amount' => ['/value/amounts/0/amount', $amounts([0, 'EUR'])];
        yield 'a currency twice' => ['/value/amounts/1/currency', $amounts([100, 'EUR'], [200, 'EUR'])];
        yield 'no such currency' => ['/value/amounts/0/currency', $amounts([100, 'XXX'])];
        yield 'a code with a blank' => ['/code', ['code' => 'SPRING 25']];
        yield 'a code of another script' => ['/code', ['code' => 'ЅPRING']];
        yield 'no name' => ['/name', ['name' => ' ']];
        yield 'an end before the start' => ['/valid_until', ['valid_from' => '2026-12-02', 'valid_until' => '2026-12-01']];
        yield 'no such day' => ['/valid_from', ['valid_from' => '2026-02-30']];
        yield 'no uses' => ['/max_uses', ['max_uses' => 0]];
        yield 'one cycle' => ['/cycles', ['duration' => 'cycles', 'cycles' => 1]];
        yield 'no cycles' => ['/cycles', ['duration' => 'cycles']];
        yield 'no such product' => ['/product_ids', ['product_ids' => [4711]]];
        yield 'no such plan' => ['/plan_ids', ['plan_ids' => [4711]]];
    }

    public function test_the_list_has_tabs_search_order_and_pages(): void
    {
        $client = $this->client();
        $this->coupon(['code' => 'AUTUMN', 'valid_until' => $this->day(9)]);
        $this->coupon(['code' => 'BEGINNERS', 'name' => 'Für Anfänger']);
        $this->coupon(['code' => 'LATER', 'valid_from' => $this->day(1)]);
        $this->coupon(['code' => 'PAST', 'valid_until' => $this->day(-1)]);
        $this->coupon(['code' => 'GONE', 'max_uses' => 1]);
        $this->issued($client, ['coupon' => 'gone']);
        $archived = $this->coupon(['code' => 'OLD', 'valid_until' => $this->day(-1)]);
        $this->rest('POST', self::URL . "/{$archived->id}/archive", [], $this->staff);

        self::assertSame(['AUTUMN', 'BEGINNERS', 'LATER'], $this->codes([]));
        self::assertSame(['GONE', 'PAST'], $this->codes(['state' => 'ended']));
        self::assertSame(['OLD'], $this->codes(['state' => 'archived']));
        self::assertSame(['BEGINNERS'], $this->codes(['search' => 'anfanger']));
        self::assertSame('AUTUMN', $this->codes(['orderby' => 'valid_until', 'order' => 'desc'])[0]);
        $first = self::fits('coupons.list', $this->rest('GET', self::URL . '?per_page=2', [], $this->staff));
        self::assertSame(['LATER'], $this->codes(['per_page' => 2, 'cursor' => $first['next_cursor']]));
        $states = array_column(self::fits('coupons.list', $this->rest('GET', self::URL . '?state=ended', [], $this->staff))['items'], 'state');
        self::assertSame(['used_up', 'expired'], $states);

        $export = $this->rest('GET', self::URL . '/export?state=ended', [], $this->staff)->get_data();
        self::assertInstanceOf(CsvFile::class, $export);
        $csv = implode('', iterator_to_array($export->parts(), false));
        self::assertStringContainsString("GONE,Spring offer,10% off,Once,,,1,1,EUR,10.00\r\n", $csv);
    }

    public function test_its_uses_say_which_bill_which_client_and_how_much(): void
    {
        $coupon = $this->coupon();
        [$one, $two] = [$this->client('Harbour & Pine'), $this->client('Orchard', 'bo@orchard.test')];
        $first = $this->issued($one, ['coupon' => ' spring-25 ']);
        $second = $this->issued($two, ['coupon' => 'SPRING-25', 'lines' => [$this->line(['unit_price' => 5000])]]);
        $uses = self::fits('coupons.uses', $this->rest('GET', self::URL . "/{$coupon->id}/uses", [], $this->staff));
        self::assertSame([[$second->number, 'Orchard', 500], [$first->number, 'Harbour & Pine', 1000]], array_map(static fn (array $use): array => [$use['invoice']['number'], $use['client']['name'], $use['amount']['amount']], $uses['items']));
        $now = self::fits('coupons.get', $this->rest('GET', self::URL . "/{$coupon->id}", [], $this->staff));
        self::assertSame([2, true, [['amount' => 1500, 'currency' => 'EUR']]], [$now['uses'], $now['is_used'], $now['taken_off']]);
        self::assert_status(409, $this->rest('DELETE', self::URL . "/{$coupon->id}", [], $this->staff));
    }

    public function test_a_plan_that_was_deleted_since_is_left_out(): void
    {
        $product = Plugin::instance()->module(ProductsModule::class)->create_product()->handle(['name' => 'Hosting', 'description' => '', 'image_id' => null, 'plans' => [['name' => 'Monthly', 'type' => 'one_time', 'price' => ['amount' => 900, 'currency' => 'EUR'], 'interval' => null]]], Actor::system());
        $plan = Plugin::instance()->module(ProductsModule::class)->plans()->of_products([$product->id])[$product->id][0];
        $coupon = $this->coupon(['product_ids' => [$product->id], 'plan_ids' => [$plan->id]]);
        self::assertSame(['Hosting', 'Hosting: Monthly'], array_column(self::fits('coupons.get', $this->rest('GET', self::URL . "/{$coupon->id}", [], $this->staff))['scope'], 'name'));
        $this->rest('DELETE', "/counterfoil/v1/products/{$product->id}", [], $this->staff);
        self::assertSame([], self::fits('coupons.get', $this->rest('GET', self::URL . "/{$coupon->id}", [], $this->staff))['scope']);
        self::assertNotNull(Plugin::instance()->module(CouponsModule::class)->coupons()->find_by_code('spring-25'));
    }

    /**
     * @param array<string, mixed> $query
     * @return list<string>
     */
    private function codes(array $query): array
    {
        return array_column(self::fits('coupons.list', $this->rest('GET', self::URL . '?' . http_build_query($query), [], $this->staff))['items'], 'code');
    }
}
