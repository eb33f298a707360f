<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Coupons;

use Counterfoil\Coupons\CheckCoupon;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Plugin;
use Counterfoil\Products\Plan;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A coupon on a bill, from typing its code to voiding what was issued with it. */
final class CouponOnInvoiceTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesCoupons;
    use MakesInvoices;

    private const INVOICES = '/counterfoil/v1/invoices';

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_it_is_seen_while_typing_saved_issued_and_on_paper(): void
    {
        $coupon = $this->coupon();
        $body = $this->body($this->client()->id, ['coupon' => 'spring-25', 'discount' => ['type' => 'amount', 'amount' => 1000]]);
        $preview = self::fits('invoices.preview', $this->rest('POST', self::INVOICES . '/preview', $body, $this->staff));
        $applied = ['id' => $coupon->id, 'code' => 'SPRING-25', 'name' => 'Spring offer', 'amount' => ['amount' => 1000, 'currency' => 'EUR']];
        self::assertSame([$applied, 1000, 8000, 9840], [$preview['coupon'], $preview['totals']['discount']['amount'], $preview['totals']['net']['amount'], $preview['totals']['total']['amount']]);
        $draft = self::fits('invoices.create', $this->rest('POST', self::INVOICES, $body, $this->staff));
        self::assertSame([$applied, $preview['totals']], [$draft['coupon'], $draft['totals']]);
        self::assertSame(0, $this->uses('SPRING-25'), 'A draft reserves nothing.');
        $issued = self::fits('invoices.send', $this->rest('POST', self::INVOICES . "/{$draft['id']}/send", ['version' => $draft['version']], $this->staff));
        self::assertSame([$applied, $preview['totals'], 1], [$issued['coupon'], $issued['totals'], $this->uses('SPRING-25')]);
        $rows = array_column($issued['document']['totals'], 'value', 'label');
        self::assertSame(['Subtotal' => '€100.00', 'Discount' => '−€10.00', 'Coupon: Spring offer' => '−€10.00', 'Net' => '€80.00'], array_slice($rows, 0, 4));
        $form = $this->plugin()->module(InvoicesModule::class)->archive()->form($draft['id']);
        self::assertSame([$applied, 1000], [$form?->content['coupon'], $form?->content['lines'][0]['coupon_share']]);
    }

    public function test_why_it_can_not_be_used_is_said_at_its_field(): void
    {
        $care = $this->a_plan('Website care');
        $this->coupon(['code' => 'EXPIRED', 'valid_until' => '2025-03-31']);
        $this->coupon(['code' => 'LATER', 'valid_from' => '2030-03-31']);
        $this->coupon(['code' => 'ONCE', 'max_uses' => 1]);
        $this->coupon(['code' => 'EACH', 'max_uses_per_client' => 1]);
        $this->coupon(['code' => 'EURO', 'value' => ['type' => 'amount', 'amounts' => [['amount' => 500, 'currency' => 'EUR']]]]);
        $this->coupon(['code' => 'CARE', 'product_ids' => [$care->product_id]]);
        $archived = $this->coupon(['code' => 'OLD']);
        $this->rest('POST', "/counterfoil/v1/coupons/{$archived->id}/archive", [], $this->staff);
        $client = $this->client();
        $this->issued($client, ['coupon' => 'ONCE']);
        $this->issued($client, ['coupon' => 'EACH']);
        $said = [
            'NONE' => 'There is no coupon “NONE”. Check the code.',
            'EXPIRED' => 'The coupon EXPIRED has expired. It was valid until 31 March 2025.',
            'LATER' => 'The coupon LATER can be used from 31 March 2030.',
            'OLD' => 'The coupon OLD is no longer available.',
            'ONCE' => 'The coupon ONCE is used up. It could be used 1 time.',
            'EACH' => 'This client has already used the coupon EACH. Each client can use it 1 time.',
            'EURO' => 'The coupon EURO has no amount in USD. It takes off €5.00.',
            'CARE' => 'The coupon CARE is only for: Website care. None of them is on this invoice.',
        ];
        foreach ($said as $code => $sentence) {
            $body = $this->body($client->id, ['coupon' => strtolower($code), 'currency' => $code === 'EURO' ? 'USD' : 'EUR']);
            foreach ([self::INVOICES, self::INVOICES . '/preview'] as $path) {
                $answer = $this->rest('POST', $path, $body, $this->staff);
                self::assert_status(400, $answer);
                self::assertSame(['/coupon' => $sentence], $answer->get_data()['data']['fields']);
            }
        }
        // Somebody else has not used it yet, and while nobody is chosen it is not asked.
        self::assert_status(201, $this->rest('POST', self::INVOICES, $this->body($this->client('Other', 'o@other.test')->id, ['coupon' => 'EACH']), $this->staff));
        self::assert_status(200, $this->rest('POST', self::INVOICES . '/preview', ['client_id' => null, 'coupon' => 'EACH'] + $this->body($client->id), $this->staff));
    }

    public function test_for_a_plan_of_a_product_only_its_line_is_cheaper(): void
    {
        $care = $this->a_plan('Website care');
        $this->coupon(['value' => ['type' => 'percent', 'percent' => '50'], 'product_ids' => [$care->product_id]]);
        $body = $this->body($this->client()->id, ['coupon' => 'SPRING-25', 'lines' => [$this->line(['plan_id' => $care->id, 'unit_price' => 9000]), $this->line(['unit_price' => 5000])]]);
        self::assertSame([4500, 9500], [($preview = self::fits('invoices.preview', $this->rest('POST', self::INVOICES . '/preview', $body, $this->staff)))['coupon']['amount']['amount'], $preview['totals']['net']['amount']]);
    }

    public function test_what_was_looked_at_is_issued_though_it_is_worth_more_now(): void
    {
        $coupon = $this->coupon();
        $draft = $this->draft($this->client(), ['coupon' => 'SPRING-25']);
        $this->rest('PUT', "/counterfoil/v1/coupons/{$coupon->id}", self::coupon_body(['code' => 'RENAMED', 'value' => ['type' => 'percent', 'percent' => '50']]), $this->staff);
        $issued = $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
        self::assertSame([9000, 'SPRING-25', 1], [$issued->net, $issued->coupon?->code, $this->uses('RENAMED')]);
    }

    public function test_it_is_asked_once_more_when_it_is_issued_and_nothing_is_half_done(): void
    {
        $this->coupon(['max_uses' => 1]);
        $client = $this->client();
        [$first, $second] = [$this->draft($client, ['coupon' => 'SPRING-25']), $this->draft($client, ['coupon' => 'SPRING-25'])];
        $issue = $this->plugin()->module(IssuingModule::class)->issue();
        $issue->handle($first->id, $first->version, Actor::system());
        $answer = $this->rest('POST', self::INVOICES . "/{$second->id}/send", ['version' => $second->version], $this->staff);
        self::assert_status(400, $answer);
        self::assertSame(['counterfoil_coupon_used_up', ['/coupon']], [$answer->get_data()['code'], array_keys($answer->get_data()['data']['fields'])]);
        self::assertTrue($this->plugin()->module(InvoicesModule::class)->invoices()->get($second->id, Viewer::system())->is_draft());
        self::assertSame(1, $this->uses('SPRING-25'));

        // The void one gives its use back, once, and the other is issued.
        $void = $this->plugin()->module(IssuingModule::class)->void();
        $void->handle($first->id, Actor::system());
        self::assertSame(0, $this->uses('SPRING-25'));
        $issue->handle($second->id, $second->version, Actor::system());
        $uses = self::fits('coupons.uses', $this->rest('GET', '/counterfoil/v1/coupons/' . $first->coupon?->id . '/uses', [], $this->staff))['items'];
        self::assertSame([[$second->id, false], [$first->id, true]], array_map(static fn (array $use): array => [$use['invoice']['id'], $use['given_back_at'] !== null], $uses));
        self::assertSame([1, 1], [$this->uses('SPRING-25'), (int) $this->plugin()->database()->value('SELECT uses FROM ' . $this->plugin()->database()->table('coupon_clients'))]);
    }

    public function test_a_pro_forma_uses_it_and_its_invoice_does_not_use_it_again(): void
    {
        $this->coupon(['max_uses' => 1]);
        $client = $this->client();
        $withdrawn = $this->issued($client, ['coupon' => 'SPRING-25', 'kind' => 'pro_forma']);
        self::assertSame(1, $this->uses('SPRING-25'));
        $this->plugin()->module(ProFormasModule::class)->withdraw()->handle($withdrawn->id, Actor::system());
        self::assertSame(0, $this->uses('SPRING-25'));
        $paid = $this->issued($client, ['coupon' => 'SPRING-25', 'kind' => 'pro_forma']);
        $this->payment($paid, $paid->total);
        self::assertSame(1, $this->uses('SPRING-25'));
        $made = $this->plugin()->database()->row('SELECT id FROM ' . $this->plugin()->database()->table('invoices') . ' WHERE pro_forma_id = ?', [$paid->id]);
        $invoice = $this->plugin()->module(InvoicesModule::class)->invoices()->get((int) ($made['id'] ?? 0), Viewer::system());
        self::assertSame(['SPRING-25', 1000, $paid->total], [$invoice->coupon?->code, $invoice->coupon?->amount, $invoice->total]);
    }

    public function test_law_15_uses_that_are_miscounted_are_found(): void
    {
        $this->coupon();
        $invoice = $this->issued($this->client(), ['coupon' => 'SPRING-25']);
        $database = $this->plugin()->database();
        $database->execute("UPDATE {$database->table('coupons')} SET uses = 2");
        $database->execute("UPDATE {$database->table('coupon_clients')} SET uses = 0");
        $this->leave_books_unequal();
        $said = array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
        $id = $invoice->coupon?->id;
        self::assertSame(["coupon {$id}: uses is 2, should be 1", "coupon {$id} of client {$invoice->client_id}: uses is 0, should be 1"], $said);
    }

    /** The key behind it: counted twice for the same bill, it would be counted once. */
    public function test_law_6_a_bill_uses_a_coupon_once(): void
    {
        $this->coupon();
        $invoice = $this->issued($this->client(), ['coupon' => 'SPRING-25']);
        $this->expectException(\Counterfoil\Shared\Database\UniqueViolation::class);
        $this->plugin()->database()->insert('coupon_uses', ['coupon_id' => 9, 'client_id' => 9, 'invoice_id' => $invoice->id, 'number' => '', 'amount' => 1, 'currency' => 'EUR', 'used_at' => '2026-01-01 00:00:00']);
    }

    public function test_a_duplicate_keeps_it_as_long_as_it_can_be_used(): void
    {
        $this->coupon(['max_uses' => 2]);
        $invoice = $this->issued($this->client(), ['coupon' => 'SPRING-25']);
        $copy = self::fits('invoices.duplicate', $this->rest('POST', self::INVOICES . "/{$invoice->id}/duplicate", [], $this->staff));
        self::assertSame(['SPRING-25', '', 9000], [$copy['coupon']['code'], $copy['coupon_left_out'], $copy['totals']['net']['amount']]);
        $this->issued($this->client('Other', 'o@other.test'), ['coupon' => 'SPRING-25']);
        $copy = self::fits('invoices.duplicate', $this->rest('POST', self::INVOICES . "/{$invoice->id}/duplicate", [], $this->staff));
        self::assertSame([null, 'The coupon SPRING-25 is used up. It could be used 2 times.', 10000], [$copy['coupon'], $copy['coupon_left_out'], $copy['totals']['net']['amount']]);
    }

    /** For whoever sells something else than by an invoice's editor. */
    public function test_it_can_be_checked_for_what_somebody_wants_to_buy(): void
    {
        $care = $this->a_plan('Website care');
        $this->coupon(['plan_ids' => [$care->id]]);
        $check = $this->plugin()->module(CouponsModule::class)->check();
        self::assertInstanceOf(CheckCoupon::class, $check);
        self::assertSame('SPRING-25', $check->handle('spring-25', null, Currency::of('EUR'), [null, $care])->code);
        $this->expectException(DomainError::class);
        $check->handle('spring-25', null, Currency::of('EUR'), [null]);
    }

    private function a_plan(string $name): Plan
    {
        $products = Plugin::instance()->module(ProductsModule::class);
        $product = $products->create_product()->handle(['name' => $name, 'description' => '', 'image_id' => null, 'plans' => [['name' => $name, 'type' => 'one_time', 'price' => ['amount' => 9000, 'currency' => 'EUR'], 'interval' => null]]], Actor::system());

        return $products->plans()->of_products([$product->id])[$product->id][0];
    }

    private function uses(string $code): ?int
    {
        return $this->plugin()->module(CouponsModule::class)->coupons()->find_by_code($code)?->uses;
    }
}
