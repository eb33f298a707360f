<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Products;

use Counterfoil\Plugin;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

final class ProductsTest extends IntegrationTestCase
{
    use FitsContract;
    use WritesRows;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_a_product_is_made_with_its_plans(): void
    {
        $image = $this->attachment($this->png());
        update_post_meta($image, '_wp_attachment_image_alt', 'A server');
        $product = self::fits('products.create', $this->rest('POST', '/counterfoil/v1/products', [
            'name' => "  Care\nplan ",
            'description' => "Updates\r\nand backups",
            'image_id' => $image,
            'plans' => [self::plan(), ['name' => 'Set-up', 'price' => ['amount' => 5000, 'currency' => 'JPY'], 'type' => 'one_time', 'interval' => null]],
        ], $this->staff));

        self::assertSame('Care plan', $product['name']);
        self::assertSame("Updates\nand backups", $product['description']);
        self::assertSame([$image, 'A server'], [$product['image']['id'], $product['image']['alt']]);
        self::assertSame(['$25.00 every month', '¥5,000 once'], array_column($product['plans'], 'sentence'));
        self::assertFalse($product['is_used']);
        self::assertSame($product, self::fits('products.get', $this->rest('GET', "/counterfoil/v1/products/{$product['id']}", null, $this->staff)));
        self::assertSame('product.created', $this->last_event()['type']);
    }

    public function test_nothing_stays_of_a_product_one_of_whose_plans_is_wrong(): void
    {
        $before = $this->row_counts();
        foreach ([
            '/plans/1/price/currency' => ['price' => ['amount' => 100, 'currency' => 'XXX']] + self::plan(),
            '/plans/1/interval' => ['interval' => null] + self::plan(),
            '/plans/1/price/amount' => ['price' => ['amount' => -1, 'currency' => 'USD']] + self::plan(),
            '/plans/1/interval/count' => ['interval' => ['unit' => 'month', 'count' => 0]] + self::plan(),
        ] as $pointer => $plan) {
            self::refused(400, [$pointer], $this->rest('POST', '/counterfoil/v1/products', ['name' => 'Care', 'description' => '', 'image_id' => null, 'plans' => [self::plan(), $plan]], $this->staff));
        }
        self::assertSame($before, $this->row_counts());
    }

    public function test_an_image_is_an_image_of_the_library(): void
    {
        $post = wp_insert_post(['post_title' => 'No image', 'post_status' => 'publish']);
        $drawing = $this->attachment('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', 'logo.png');
        foreach ([$post, $drawing, 999_999] as $id) {
            self::refused(400, ['/image_id'], $this->rest('POST', '/counterfoil/v1/products', ['name' => 'Care', 'description' => '', 'image_id' => $id, 'plans' => []], $this->staff));
        }
    }

    public function test_an_image_that_is_gone_does_not_keep_the_name_from_being_changed(): void
    {
        $image = $this->attachment($this->png());
        $id = $this->product('Care', [], $image);
        wp_delete_attachment($image, true);
        $product = self::fits('products.update', $this->rest('PUT', "/counterfoil/v1/products/{$id}", ['name' => 'Better care', 'description' => '', 'image_id' => $image], $this->staff));
        self::assertSame(['Better care', null], [$product['name'], $product['image']]);
    }

    public function test_an_archived_product_leaves_the_list_and_comes_back(): void
    {
        $id = $this->product('Care');
        self::assertNotNull(self::fits('products.archive', $this->rest('POST', "/counterfoil/v1/products/{$id}/archive", null, $this->staff))['archived_at']);
        self::fits('products.archive', $this->rest('POST', "/counterfoil/v1/products/{$id}/archive", null, $this->staff));
        self::assertNotContains($id, $this->listed('/counterfoil/v1/products'));
        self::assertContains($id, $this->listed('/counterfoil/v1/products?state=archived'));

        self::assertNull(self::fits('products.restore', $this->rest('POST', "/counterfoil/v1/products/{$id}/restore", null, $this->staff))['archived_at']);
        self::assertContains($id, $this->listed('/counterfoil/v1/products'));
    }

    public function test_only_what_was_never_used_is_deleted(): void
    {
        $used = $this->product('Used', [self::plan()]);
        $plan = Plugin::instance()->module(ProductsModule::class)->plans()->of_products([$used])[$used][0];
        $this->line_row($this->invoice_row(1, ['status' => 'draft', 'number' => null, 'series_period' => null, 'series_number' => null]), $plan->id);
        $refusal = $this->rest('DELETE', "/counterfoil/v1/products/{$used}", null, $this->staff);
        self::refused(409, [], $refusal);
        self::assertStringContainsString('Archive', $refusal->get_data()['message']);
        self::assertTrue(self::fits('products.get', $this->rest('GET', "/counterfoil/v1/products/{$used}", null, $this->staff))['is_used']);

        $unused = $this->product('Unused', [self::plan(), self::plan()]);
        self::fits('products.delete', $this->rest('DELETE', "/counterfoil/v1/products/{$unused}", null, $this->staff));
        self::assert_status(404, $this->rest('GET', "/counterfoil/v1/products/{$unused}", null, $this->staff));
        self::assertSame([], Plugin::instance()->module(ProductsModule::class)->plans()->of_products([$unused])[$unused]);
    }

    public function test_pages_follow_each_other_by_name_without_gap_or_repetition(): void
    {
        // Two of the same name on the border of a page, and names that SQL would read.
        $ids = array_map($this->product(...), ['Zebra', 'apple', 'Mango', 'Mango', "O'Hara % _ \\", 'Żubr']);
        $seen = [];
        $cursor = '';
        do {
            $page = self::fits('products.list', $this->rest('GET', "/counterfoil/v1/products?per_page=2{$cursor}", null, $this->staff));
            array_push($seen, ...array_column($page['items'], 'id'));
            $cursor = '&cursor=' . rawurlencode((string) $page['next_cursor']);
        } while ($page['next_cursor'] !== null);
        self::assertSame(count($seen), count(array_unique($seen)));
        self::assertSame([], array_diff($ids, $seen));
        self::assertSame([$ids[1], $ids[2], $ids[3], $ids[4]], array_values(array_intersect($seen, array_slice($ids, 1, 4))));
    }

    public function test_a_list_costs_five_queries_whatever_its_length(): void
    {
        $this->product('One', [self::plan()], $this->attachment($this->png()));
        for ($number = 0; $number < 12; ++$number) {
            $this->product("Product {$number}", [self::plan(), self::plan()], $this->attachment($this->png()));
        }
        // Whatever WordPress reads once a request (the user, options) is read before.
        $this->rest('GET', '/counterfoil/v1/products', null, $this->staff);
        $count = function (int $per_page): array {
            wp_cache_flush_group('posts');
            wp_cache_flush_group('post_meta');

            return array_values(array_filter(
                $this->queries(fn () => self::assertCount($per_page, self::json($this->rest('GET', "/counterfoil/v1/products?per_page={$per_page}", null, $this->staff))['items'])),
                static fn (string $sql): bool => preg_match('/_(users|usermeta|options) /', $sql) !== 1
            ));
        };
        $one = $count(1);
        $twelve = $count(12);
        self::assertSame(count($one), count($twelve), implode("\n", $twelve));
        self::assertLessThanOrEqual(5, count($twelve), implode("\n", $twelve));
    }

    public function test_products_are_found_by_their_name_and_their_plans(): void
    {
        $care = $this->product('Care', [['name' => 'Golden plan'] + self::plan()]);
        $other = $this->product('Other', [self::plan()]);
        foreach (['care' => $care, 'olden pl' => $care, 'Other' => $other] as $search => $id) {
            self::assertSame([$id], $this->listed('/counterfoil/v1/products?search=' . rawurlencode($search)));
        }
    }

    public function test_abuse_48_a_search_is_text(): void
    {
        $percent = $this->product('100% uptime_ \\ ok');
        $this->product('100 uptime');
        foreach (['%', '_', '\\', '0% up', 'uptime_'] as $search) {
            self::assertSame([$percent], $this->listed('/counterfoil/v1/products?search=' . rawurlencode($search)), $search);
        }
        foreach (["' OR 1=1 -- ", '"; DROP TABLE x; --', "\u{202E}"] as $search) {
            self::assertSame([], $this->listed('/counterfoil/v1/products?search=' . rawurlencode($search)), $search);
        }
        self::refused(400, ['/sort'], $this->rest('GET', '/counterfoil/v1/products?sort=name;DROP', null, $this->staff));
    }

    public function test_abuse_49_names_come_back_as_they_were_typed(): void
    {
        $name = '<script>alert(1)</script> {{7*7}} "><img onerror=x> =1+1';
        self::assertSame($name, self::json($this->rest('GET', "/counterfoil/v1/products/{$this->product($name)}", null, $this->staff))['name']);
    }

    /** @return array<string, mixed> */
    private static function plan(): array
    {
        return ['name' => 'Monthly', 'price' => ['amount' => 2500, 'currency' => 'USD'], 'type' => 'recurring', 'interval' => ['unit' => 'month', 'count' => 1]];
    }

    /** @param list<array<string, mixed>> $plans */
    private function product(string $name, array $plans = [], ?int $image = null): int
    {
        return self::fits('products.create', $this->rest('POST', '/counterfoil/v1/products', ['name' => $name, 'description' => '', 'image_id' => $image, 'plans' => $plans], $this->staff))['id'];
    }

    /** @return list<int> */
    private function listed(string $path): array
    {
        return array_column(self::fits('products.list', $this->rest('GET', $path, null, $this->staff))['items'], 'id');
    }

    /** @return array<string, string|null> */
    private function last_event(): array
    {
        $database = Plugin::instance()->database();

        return $database->row("SELECT * FROM {$database->table('events')} ORDER BY id DESC LIMIT 1") ?? [];
    }

    private function row_counts(): string
    {
        $database = Plugin::instance()->database();

        return implode('/', array_map(static fn (string $table): string => (string) $database->value("SELECT COUNT(*) FROM {$database->table($table)}"), ['products', 'plans', 'events']));
    }
}
