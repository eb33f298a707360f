<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\PageSize;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\StoredForm;
use Counterfoil\Shared\SafeImage;
use PHPUnit\Framework\TestCase;
use RuntimeException;

/** Law 3: the shape of what is copied into a document has a number. */
final class StoredFormTest extends TestCase
{
    public function test_what_was_kept_is_read_again_with_its_number(): void
    {
        $kept = StoredForm::of(['number' => 'INV-0001', 'seller' => ['name' => 'Łódź & Söhne']]);
        $read = StoredForm::from_bytes($kept->form, $kept->to_bytes());

        self::assertSame(StoredForm::LATEST, $read->form);
        self::assertSame(['form' => StoredForm::LATEST, 'number' => 'INV-0001', 'seller' => ['name' => 'Łódź & Söhne']], $read->content);
    }

    public function test_the_first_shape_is_read_as_what_it_was_printed_on(): void
    {
        $first = ['form' => 1, 'paper' => array_diff_key(Samples::document()->to_array(), ['page' => true])];
        $read = StoredForm::from_bytes(1, (string) json_encode($first));

        self::assertSame(PageSize::A4, $read->paper(static fn (string $sha256): SafeImage => self::fail($sha256))->page);
    }

    public function test_a_shape_of_a_newer_version_is_refused_and_not_misread(): void
    {
        $this->expectException(RuntimeException::class);
        $this->expectExceptionMessageMatches('/form ' . (StoredForm::LATEST + 1) . '/');
        StoredForm::from_bytes(StoredForm::LATEST + 1, StoredForm::of([])->to_bytes());
    }

    public function test_what_is_spoilt_is_refused(): void
    {
        foreach (["x\x9cspoilt", 'nothing', ''] as $bytes) {
            try {
                StoredForm::from_bytes(1, $bytes);
                self::fail('It was read.');
            } catch (RuntimeException $error) {
                self::assertStringContainsString('can’t be read', $error->getMessage());
            }
        }
    }

    public function test_a_logo_is_found_by_its_hash(): void
    {
        $paper = ['logo' => null] + Samples::document()->to_array();
        $image = new SafeImage('image/png', 'AAAA', 4, 2);
        $asked = [];
        $with = StoredForm::of(['paper' => ['logo' => ['sha256' => 'abc']] + $paper])->paper(static function (string $sha256) use (&$asked, $image): SafeImage {
            $asked[] = $sha256;

            return $image;
        });

        self::assertSame(['abc'], $asked);
        self::assertEquals($image, $with->logo);
        self::assertNull(StoredForm::of(['paper' => $paper])->paper(static fn (string $sha256): SafeImage => self::fail("Asked for {$sha256}."))->logo);
    }

    public function test_the_number_is_put_where_the_paper_left_room_and_nowhere_else(): void
    {
        $paper = Samples::document()->to_array();
        $mark = Paper::NUMBER;
        $numbered = Paper::from_array([
            'title' => "Invoice {$mark}",
            'facts' => [['label' => 'Invoice number', 'value' => $mark], ['label' => 'Website', 'value' => "shop{$mark}"]],
            'message' => "as typed: {$mark}",
        ] + $paper)->numbered('INV-0007');

        self::assertSame('Invoice INV-0007', $numbered->title);
        self::assertSame([['label' => 'Invoice number', 'value' => 'INV-0007'], ['label' => 'Website', 'value' => "shop{$mark}"]], array_map(static fn (array $fact): array => ['label' => $fact['label'], 'value' => $fact['value']], $numbered->facts));
        self::assertSame("as typed: {$mark}", $numbered->message);
    }
}
