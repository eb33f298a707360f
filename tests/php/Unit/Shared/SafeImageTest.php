<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\SafeImage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class SafeImageTest extends TestCase
{
    public function test_a_large_transparent_picture_becomes_a_small_opaque_one(): void
    {
        $picture = imagecreatetruecolor(1600, 400);
        self::assertNotFalse($picture);
        imagealphablending($picture, false);
        imagesavealpha($picture, true);
        imagefill($picture, 0, 0, (int) imagecolorallocatealpha($picture, 0, 0, 0, 127));

        $logo = SafeImage::from_bytes(self::png($picture));

        self::assertNotNull($logo);
        self::assertSame([800, 200, 'image/png'], [$logo->width, $logo->height, $logo->mime]);
        $drawn = imagecreatefromstring((string) base64_decode($logo->data, true));
        self::assertNotFalse($drawn);
        self::assertSame(0xFFFFFF, imagecolorat($drawn, 10, 10));
    }

    public function test_abuse_53_what_hides_behind_a_picture_is_gone(): void
    {
        $picture = imagecreatetruecolor(10, 10);
        self::assertNotFalse($picture);

        $logo = SafeImage::from_bytes(self::png($picture) . '<?php system("id"); ?><script>alert(1)</script>');

        self::assertNotNull($logo);
        self::assertStringNotContainsString('system', (string) base64_decode($logo->data, true));
        self::assertStringNotContainsString('script', (string) base64_decode($logo->data, true));
    }

    #[DataProvider('refused')]
    public function test_abuse_53_refused(string $bytes): void
    {
        self::assertNull(SafeImage::from_bytes($bytes));
    }

    public function test_abuse_53_a_picture_that_takes_too_much_memory_is_refused_unread(): void
    {
        // 30 megapixels of nothing: 4 KB as a file, 120 MB when drawn.
        $picture = imagecreate(6000, 5000);
        self::assertNotFalse($picture);
        imagecolorallocate($picture, 255, 255, 255);
        $bytes = self::png($picture);
        unset($picture);
        self::assertSame(6000, getimagesizefromstring($bytes)[0] ?? 0);

        self::assertNull(SafeImage::from_bytes($bytes));
    }

    /** @return iterable<string, array{string}> */
    public static function refused(): iterable
    {
        yield 'nothing' => [''];
        yield 'SVG' => ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'];
        yield 'an address' => ['http://169.254.169.254/latest/meta-data'];
        yield 'phar' => ['phar:///tmp/a.phar/logo.png'];
        yield 'broken PNG' => ["\x89PNG\r\n\x1a\n" . str_repeat("\0", 100)];
        yield 'BMP' => ['BM' . str_repeat("\0", 60)];
    }

    private static function png(\GdImage $picture): string
    {
        ob_start();
        imagepng($picture);

        return (string) ob_get_clean();
    }
}
