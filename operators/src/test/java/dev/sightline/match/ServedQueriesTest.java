// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedQueriesTest {

    private static QueryRequest parse(String json) throws MalformedRequest {
        return QueryRequest.parse("q", json.replace('\'', '"').getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'x','and':['y']}|'and'",
                "{'text':'x','not':['y']}|'not'",
                "{'text':'x','then':{'query':'q2','withinMs':5}}|'then'",
                "{'labels':['y','z']}|'labels'",
                "{'text':'x','budgetScope':'query'}|'budgetScope: query'"
            })
    void refusesWhatThisVersionCannotDo(String json, String expected) throws MalformedRequest {
        QueryRequest query = parse(json);
        assertThatThrownBy(() -> ServedQueries.check(query))
                .isInstanceOf(MalformedRequest.Unsupported.class)
                .hasMessage(expected + " is not supported by this version");
    }

    @Test
    void servesATextWithEverythingThatGoesWithIt() throws MalformedRequest {
        QueryRequest query =
                parse(
                        "{'text':'x','image':'http://h/i.jpg','threshold':0.2,'streams':['a'],'budgetScope':'stream'}");
        assertThatCode(() -> ServedQueries.check(query)).doesNotThrowAnyException();
    }
}
