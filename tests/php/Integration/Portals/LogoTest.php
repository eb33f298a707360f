<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portals;

use Counterfoil\Plugin;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\DomainError;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

final class LogoTest extends IntegrationTestCase
{
    use WritesRows;

    public function test_a_logo_is_drawn_anew(): void
    {
        $data = Plugin::instance()->module(PortalsModule::class)->logo()->data($this->portal($this->attachment($this->png(40, 20))));
        self::assertSame(['image/png', 40, 20], [$data['mime'] ?? '', $data['width'] ?? 0, $data['height'] ?? 0]);
        self::assertNull(Plugin::instance()->module(PortalsModule::class)->logo()->data($this->portal(null)));
    }

    public function test_a_logo_that_a_plugin_made_a_webp_of_is_taken_by_its_bytes_and_mailed_as_png(): void
    {
        $logo = Plugin::instance()->module(PortalsModule::class)->logo();
        foreach ([
            'under a new name' => [$this->attachment($this->webp(40, 20), 'image/webp', 'logo.webp')],
            'under the old name' => [$this->attachment($this->webp(40, 20), 'image/png', 'logo.png')],
            'a PNG with a note that it is none' => [$this->attachment($this->png(40, 20), 'image/webp', 'logo.webp')],
        ] as $case => [$id]) {
            $logo->check($id, '/logo_id');
            $portal = $this->portal($id);
            self::assertSame([40, 20], [$logo->data($portal)['width'] ?? 0, $logo->data($portal)['height'] ?? 0], $case);
            self::assertNotNull($logo->url($portal), $case);
            $url = (string) $logo->mail_url($portal);
            self::assertMatchesRegularExpression('#/mail-logo-[0-9a-f]{16}\.png$#', $url, $case);
            self::assertStringStartsWith("\x89PNG", (string) file_get_contents(str_replace(wp_get_upload_dir()['baseurl'], wp_get_upload_dir()['basedir'], $url)), $case);
            self::assertSame($url, $logo->mail_url($portal), $case);
        }
        Logo::forget_copies();
        $png = $this->portal($this->attachment($this->png(40, 20)));
        self::assertSame($logo->url($png), $logo->mail_url($png), 'One that every reader shows stays where it is.');
    }

    public function test_a_picture_that_is_cut_off_is_refused(): void
    {
        $this->assert_refused('cut off', $this->attachment(substr($this->png(400, 200), 0, 60)), 'damaged');
    }

    /**
     * @param int<1, max> $width
     * @param int<1, max> $height
     */
    private function webp(int $width, int $height): string
    {
        ob_start();
        imagewebp(imagecreatetruecolor($width, $height));

        return (string) ob_get_clean();
    }

    public function test_abuse_53_what_is_no_picture_of_pixels_is_refused(): void
    {
        $huge = substr_replace($this->png(1, 1), pack('N2', 10_000, 5_000), 16, 8);
        foreach ([
            'SVG' => [$this->attachment('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'), 'PNG, JPEG or WebP'],
            'SVG that says it is a PNG' => [$this->attachment('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PNG, JPEG or WebP'],
            'GIF' => [$this->attachment("GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"), 'PNG, JPEG or WebP'],
            'empty' => [$this->attachment(''), 'PNG, JPEG or WebP'],
            '50 megapixels' => [$this->attachment($huge), 'too large'],
            '11 MB' => [$this->attachment($this->png() . str_repeat("\0", 11_000_000)), 'too large'],
            'a PNG that was cut off' => [$this->attachment(self::half('imagepng')), 'damaged'],
            'a JPEG that was cut off' => [$this->attachment(self::half('imagejpeg'), 'image/jpeg'), 'damaged'],
            'no attachment' => [(int) wp_insert_post(['post_title' => 'x', 'post_status' => 'publish']), 'isn’t in the media library'],
        ] as $case => [$id, $words]) {
            $this->assert_refused($case, $id, $words);
            self::assertNull(Plugin::instance()->module(PortalsModule::class)->logo()->data($this->portal($id)), $case);
        }
        $this->assert_no_request();
    }

    public function test_abuse_53_a_path_that_leaves_the_uploads_is_refused(): void
    {
        $outside = ABSPATH . 'logo-outside.png';
        file_put_contents($outside, $this->png());
        foreach (['phar:///tmp/x.phar/logo.png', 'http://169.254.169.254/logo.png', 'ftp://example.test/logo.png', 'data:image/png;base64,AAAA', $outside, '../../../logo-outside.png', '/nowhere/logo.png'] as $path) {
            $id = $this->attachment($this->png());
            update_post_meta($id, '_wp_attached_file', $path);
            $this->assert_refused($path, $id, 'isn’t in the media library');
            self::assertNull(Plugin::instance()->module(PortalsModule::class)->logo()->data($this->portal($id)), $path);
        }
        unlink($outside);
        $this->assert_no_request();
    }

    public function test_abuse_53_what_hangs_on_a_picture_does_not_come_along(): void
    {
        $id = $this->attachment($this->png() . '<?php echo "owned"; ?><script>alert(1)</script>');
        Plugin::instance()->module(PortalsModule::class)->logo()->check($id, '/logo_id');
        $bytes = (string) base64_decode(Plugin::instance()->module(PortalsModule::class)->logo()->data($this->portal($id))['base64'] ?? '', true);
        self::assertStringStartsWith("\x89PNG", $bytes);
        self::assertStringNotContainsString('owned', $bytes);
        self::assertStringNotContainsString('script', $bytes);
    }

    private function assert_refused(string $case, int $id, string $words): void
    {
        try {
            Plugin::instance()->module(PortalsModule::class)->logo()->check($id, '/logo_id');
            self::fail("{$case} was taken.");
        } catch (DomainError $error) {
            self::assertSame(['/logo_id'], array_keys($error->fields), $case);
            self::assertStringContainsString($words, $error->getMessage(), $case);
        }
    }

    private function portal(?int $logo_id): Portal
    {
        return new Portal(1, 'default', 'Agency', $logo_id, '#000000', null, null);
    }

    /** @param callable(\GdImage): bool $write */
    private static function half(callable $write): string
    {
        $image = imagecreatetruecolor(60, 40);
        for ($pixel = 0; $pixel < 2400; $pixel++) {
            imagesetpixel($image, $pixel % 60, intdiv($pixel, 60), $pixel * 7919 % 0xFFFFFF);
        }
        ob_start();
        $write($image);

        $file = (string) ob_get_clean();

        return substr($file, 0, intdiv(strlen($file), 2));
    }
}
