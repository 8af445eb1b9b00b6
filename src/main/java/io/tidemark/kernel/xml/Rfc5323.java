package io.tidemark.kernel.xml;

import javax.xml.namespace.QName;

/** The vocabulary of RFC 5323, SEARCH. */
public final class Rfc5323 {

    /** {@code searchrequest}: the body of SEARCH. */
    public static final QName SEARCHREQUEST = name("searchrequest");

    /** {@code basicsearch}: the one grammar of queries. */
    public static final QName BASICSEARCH = name("basicsearch");

    /** {@code query-schema-discovery}: the body that asks what can be searched for. */
    public static final QName QUERY_SCHEMA_DISCOVERY = name("query-schema-discovery");

    /** {@code query-schema}: what can be searched for, in an answer. */
    public static final QName QUERY_SCHEMA = name("query-schema");

    /** {@code basicsearchschema}: the same for the one grammar. */
    public static final QName BASICSEARCHSCHEMA = name("basicsearchschema");

    /** {@code properties}: the properties that a schema describes. */
    public static final QName PROPERTIES = name("properties");

    /** {@code propdesc}: what a schema says of a property. */
    public static final QName PROPDESC = name("propdesc");

    /** {@code datatype}: what the values of a property are. */
    public static final QName DATATYPE = name("datatype");

    /** {@code searchable}: that a property can stand in conditions. */
    public static final QName SEARCHABLE = name("searchable");

    /** {@code selectable}: that a property can be asked for. */
    public static final QName SELECTABLE = name("selectable");

    /** {@code sortable}: that results can be ordered by a property. */
    public static final QName SORTABLE = name("sortable");

    /** {@code caseless}: that a property is compared without regard to case. */
    public static final QName CASELESS = name("caseless");

    /** {@code operators}: the operators that a schema describes. */
    public static final QName OPERATORS = name("operators");

    /** {@code opdesc}: what a schema says of an operator. */
    public static final QName OPDESC = name("opdesc");

    /** {@code operand-property}: that an operator takes a property. */
    public static final QName OPERAND_PROPERTY = name("operand-property");

    /** {@code operand-literal}: that an operator takes a value. */
    public static final QName OPERAND_LITERAL = name("operand-literal");

    /** {@code select}: what is told of each result. */
    public static final QName SELECT = name("select");

    /** {@code from}: where is looked. */
    public static final QName FROM = name("from");

    /** {@code scope}: a place where is looked. */
    public static final QName SCOPE = name("scope");

    /** {@code depth}: how deep. */
    public static final QName DEPTH = name("depth");

    /** {@code where}: the condition. */
    public static final QName WHERE = name("where");

    /** {@code orderby}: the order of the results. */
    public static final QName ORDERBY = name("orderby");

    /** {@code order}: one of the things that the order goes by. */
    public static final QName ORDER = name("order");

    /** {@code ascending}: that the lowest comes first. */
    public static final QName ASCENDING = name("ascending");

    /** {@code descending}: that the highest comes first. */
    public static final QName DESCENDING = name("descending");

    /** {@code and}: all of several conditions. */
    public static final QName AND = name("and");

    /** {@code or}: any of several conditions. */
    public static final QName OR = name("or");

    /** {@code not}: that a condition is false. */
    public static final QName NOT = name("not");

    /** {@code eq}: equality. */
    public static final QName EQ = name("eq");

    /** {@code lt}: less than. */
    public static final QName LT = name("lt");

    /** {@code lte}: at most. */
    public static final QName LTE = name("lte");

    /** {@code gt}: greater than. */
    public static final QName GT = name("gt");

    /** {@code gte}: at least. */
    public static final QName GTE = name("gte");

    /** {@code like}: a pattern. */
    public static final QName LIKE = name("like");

    /** {@code contains}: words. */
    public static final QName CONTAINS = name("contains");

    /** {@code is-collection}: that it is a collection. */
    public static final QName IS_COLLECTION = name("is-collection");

    /** {@code is-defined}: that it has a property. */
    public static final QName IS_DEFINED = name("is-defined");

    /** {@code literal}: a value. */
    public static final QName LITERAL = name("literal");

    /** {@code typed-literal}: a value with a type. */
    public static final QName TYPED_LITERAL = name("typed-literal");

    /** {@code supported-query-grammar-set}: the grammars of queries. */
    public static final QName SUPPORTED_QUERY_GRAMMAR_SET = name("supported-query-grammar-set");

    /** {@code supported-query-grammar}: one of them. */
    public static final QName SUPPORTED_QUERY_GRAMMAR = name("supported-query-grammar");

    /** {@code grammar}: its name. */
    public static final QName GRAMMAR = name("grammar");

    private Rfc5323() {}

    private static QName name(String localName) {
        return new QName(Rfc4918.NAMESPACE, localName);
    }
}
