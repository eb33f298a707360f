<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** The setting for the font of other scripts. */
final class ChooseFontTest extends IntegrationTestCase
{
    use FitsContract;

    private const PATH = '/counterfoil/v1/settings/pdf-font';

    protected function setUp(): void
    {
        parent::setUp();
        add_filter('counterfoil_font_folders', static fn (): array => [self::folder(), 'phar:///tmp/x.phar', '/not/there']);
    }

    public function test_it_lists_what_adds_a_script_and_takes_effect_at_once(): void
    {
        $staff = $this->administrator();
        $read = self::fits('pdf-font.get', $this->rest('GET', self::PATH, user: $staff));
        self::assertSame('', $read['font']);
        self::assertSame([['Noto Sans CJK JP', 'Chinese, Korean']], array_map(static fn (array $font): array => [$font['name'], $font['scripts']], $read['fonts']));
        self::assertFalse($this->glyphs()->can_draw('請求書'));

        self::fits('pdf-font.update', $this->rest('PUT', self::PATH, ['font' => $read['fonts'][0]['file']], $staff));
        self::assertTrue($this->glyphs()->can_draw('請求書'));

        self::fits('pdf-font.update', $this->rest('PUT', self::PATH, ['font' => ''], $staff));
        self::assertFalse($this->glyphs()->can_draw('請求書'));
    }

    public function test_abuse_57_nothing_else_of_the_server_is_opened(): void
    {
        $staff = $this->administrator();
        foreach (['/etc/passwd', self::folder() . '/../fonts/cjk-Regular.otf', self::folder() . '/README.md', 'phar:///tmp/x.phar/a.ttf', self::folder()] as $path) {
            self::refused(400, ['/font'], $this->rest('PUT', self::PATH, ['font' => $path], $staff));
        }
    }

    public function test_a_chosen_font_that_is_gone_is_none(): void
    {
        $staff = $this->administrator();
        self::assert_status(200, $this->rest('PUT', self::PATH, ['font' => self::folder() . '/cjk-Regular.otf'], $staff));
        $this->plugin()->settings()->set('documents', ['font' => '/gone/cjk-Regular.otf']);
        $module = new DocumentsModule($this->plugin());

        self::assertFalse($module->glyphs()->can_draw('請求書'));
        self::assertTrue($module->glyphs()->can_draw('Łódź'));
    }

    private function glyphs(): Glyphs
    {
        return $this->plugin()->module(DocumentsModule::class)->glyphs();
    }

    private function plugin(): \Counterfoil\Plugin
    {
        return \Counterfoil\Plugin::instance();
    }

    private static function folder(): string
    {
        return dirname(__DIR__, 3) . '/fixtures/fonts';
    }
}
