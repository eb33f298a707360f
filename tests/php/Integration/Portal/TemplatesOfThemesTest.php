<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Identity\Portal\AccountView;

/** A theme replaces a template by a file of its own. */
final class TemplatesOfThemesTest extends PortalViewTestCase
{
    private string $parent;
    private string $child;
    private string $log;

    protected function setUp(): void
    {
        parent::setUp();
        $folder = sys_get_temp_dir() . '/cf-themes-' . bin2hex(random_bytes(6));
        [$this->parent, $this->child] = ["{$folder}/parent", "{$folder}/child"];
        foreach ([$this->parent, $this->child] as $theme) {
            wp_mkdir_p("{$theme}/counterfoil");
        }
        add_filter('template_directory', fn (): string => $this->parent);
        add_filter('stylesheet_directory', fn (): string => $this->child);
        wp_set_template_globals();
        $this->log = (string) ini_set('error_log', "{$folder}/log");
    }

    protected function tearDown(): void
    {
        ini_set('error_log', $this->log);
        remove_all_filters('template_directory');
        remove_all_filters('stylesheet_directory');
        remove_all_filters('counterfoil_template');
        wp_set_template_globals();
        parent::tearDown();
    }

    public function test_the_childs_file_comes_before_its_parents_and_both_before_ours(): void
    {
        self::assertStringContainsString('Need to change something?', $this->account());

        $this->write($this->parent, '<p>Parent: <?php echo esc_html($view->email); ?></p>');
        self::assertStringContainsString('Parent: ada@harbour.test', $this->account());
        self::assertStringNotContainsString('Need to change something?', $this->account());

        $this->write($this->child, '<p>Child: <?php echo esc_html($view->email); ?></p>');
        self::assertStringContainsString('Child: ada@harbour.test', $this->account());
    }

    public function test_a_template_that_throws_or_leaves_a_buffer_open_breaks_no_page(): void
    {
        $levels = ob_get_level();
        $this->write($this->child, 'Half of <?php ob_start(); ?>it <?php $view->there_is_no_such_method();');
        $account = $this->account();

        self::assertStringContainsString('Need to change something?', $account, 'Ours stands in for it.');
        self::assertStringNotContainsString('Half of', $account);
        self::assertStringContainsString('account.php', (string) file_get_contents((string) ini_get('error_log')));

        $this->write($this->child, 'All of <?php ob_start(); ?>it');
        self::assertStringContainsString('All of it', $this->account());
        self::assertSame($levels, ob_get_level());
    }

    public function test_another_plugin_names_the_file_and_a_wrong_one_counts_for_nothing(): void
    {
        $this->write($this->parent, 'From the theme');
        $seen = [];
        add_filter('counterfoil_template', function (string $file, string $name, object $view) use (&$seen): string {
            $seen[$name] = $view::class;

            return $name === 'account.php' ? "{$this->child}/no-such-file.php" : $file;
        }, 10, 3);

        self::assertStringContainsString('Need to change something?', $this->account());
        self::assertSame(AccountView::class, $seen['account.php'] ?? '');
        self::assertArrayHasKey('portal.php', $seen);
        self::assertFileDoesNotExist((string) ini_get('error_log'), 'A file that is not there is not even tried.');
    }

    public function test_a_copy_of_the_frame_finds_the_parts_it_draws(): void
    {
        copy(dirname(COUNTERFOIL_FILE) . '/includes/Portal/templates/portal.php', "{$this->child}/counterfoil/portal.php");
        copy(dirname(COUNTERFOIL_FILE) . '/includes/Portal/templates/overview.php', "{$this->child}/counterfoil/overview.php");
        $opened = $this->portal($this->contact_a);

        self::assertStringContainsString('cf-brand__name', $opened->html);
        self::assertStringContainsString('No invoices yet', $opened->text());
        self::assertFileDoesNotExist((string) ini_get('error_log'), 'Nothing went wrong.');
    }

    private function account(): string
    {
        $opened = $this->portal($this->contact_a, ['view' => 'account']);
        self::assertSame(200, $opened->status);
        self::assertStringContainsString('cf-tabs', $opened->html);

        return $opened->text();
    }

    private function write(string $theme, string $template): void
    {
        file_put_contents("{$theme}/counterfoil/account.php", $template);
    }
}
