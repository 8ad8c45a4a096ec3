package org.demandwright.batch.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PagedSeriesReaderTest {
  private static final int PAGE = 3;

  /** Series 1 to 7, three a page. */
  private static final class Numbers extends PagedSeriesReader<Long> {
    private final List<Long> asked = new ArrayList<>();

    @Override
    protected List<Long> pageAfter(long seriesId) {
      asked.add(seriesId);
      return LongStream.rangeClosed(seriesId + 1, Math.min(seriesId + PAGE, 7)).boxed().toList();
    }

    @Override
    protected long seriesOf(Long item) {
      return item;
    }

    List<Long> rest() {
      List<Long> read = new ArrayList<>();
      for (Long next = readItem(); next != null; next = readItem()) {
        read.add(next);
      }
      return read;
    }
  }

  @Test
  void readsPageByPageToTheEnd() {
    Numbers numbers = new Numbers();
    numbers.begin(null, 0);
    assertThat(numbers.rest()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(numbers.asked).containsExactly(0L, 3L, 6L, 7L);
    assertThat(numbers.checkpointInfo()).isEqualTo(7L);
  }

  @Test
  void theCheckpointIsWhatWasHandedOnAndNotWhatWasReadAhead() {
    Numbers broken = new Numbers();
    broken.begin(null, 0);
    broken.readItem();
    broken.readItem();
    assertThat(broken.checkpointInfo()).isEqualTo(2L);

    Numbers goesOn = new Numbers();
    goesOn.begin(broken.checkpointInfo(), 0);
    assertThat(goesOn.rest()).containsExactly(3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void aPartitionBeginsBehindItsFirstNumber() {
    Numbers partition = new Numbers();
    partition.begin(null, 5);
    assertThat(partition.checkpointInfo()).isEqualTo(5L);
    assertThat(partition.rest()).containsExactly(6L, 7L);
  }
}
